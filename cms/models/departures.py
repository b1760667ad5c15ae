"""Addresses that a public page had and that nothing answers at any more, because it was deleted."""

from django.db import models
from wagtail.models import Site


class GoneAddress(models.Model):
    """One address. Readers are told that something was there, and nothing about what that was.

    `path` has the form of Wagtail's redirects: with the language prefix, without the last slash.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=255)
    gone_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "path"], name="one_departure_an_address")]

    def __str__(self) -> str:
        return self.path
