"""A table that an editor brings in: kept until it is stored, so that no step asks for the file again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.networks.vocabulary import ImportState


class ImportRun(models.Model):
    """One import with its decisions and how far it has come. The file goes when the last row is stored."""

    name = models.CharField(_("file"), max_length=255)
    content = models.BinaryField(default=b"")
    mapping = models.JSONField(default=dict)  # heading → target
    decisions = models.JSONField(default=dict)  # row → primary key, `new` or `skip`
    planned = models.JSONField(default=list)  # [row, fate, primary key or null], what was confirmed
    refused = models.JSONField(default=list)  # [row, column, message]
    publish = models.BooleanField(_("Publish at once"), default=False)
    done = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.READ)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")

    def __str__(self) -> str:
        return self.name
