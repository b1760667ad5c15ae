"""Events on their way to those who receive them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutboxEntry(models.Model):
    """An event that a subscriber has yet to receive: written with what it reports, deleted when received."""

    event = models.CharField(max_length=100)
    payload = models.JSONField()
    subscriber = models.CharField(max_length=150)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("event on its way")
        verbose_name_plural = _("events on their way")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.event} → {self.subscriber}"
