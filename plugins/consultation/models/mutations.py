"""Which requests were carried out, so that one that is sent again is answered again and done once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MutationRecord(models.Model):
    """A request that was carried out, by the key that its sender chose. Written in the same transaction."""

    key = models.CharField(max_length=64, unique=True)  # SHA-256 of scope and key
    operation = models.CharField(max_length=40)
    input_hash = models.CharField(max_length=64)
    submission = models.ForeignKey("consultation.Submission", on_delete=models.CASCADE, related_name="+")
    outcome = models.JSONField(default=dict)  # codes and numbers, never text
    done_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("request carried out")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.operation}: {self.key}"
