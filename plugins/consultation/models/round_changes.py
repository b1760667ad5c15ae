"""What happened to a round after it was announced. Old dates are kept, and every change has its reason."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundChange(models.Model):
    """An extension, a suspension, its end, or an early closing. Rows are added and never changed."""

    class What(models.TextChoices):
        EXTENDED = "extended", _("Extended")
        SUSPENDED = "suspended", _("Suspended")
        RESUMED = "resumed", _("Resumed")
        CLOSED_EARLY = "closed_early", _("Closed early")

    round = models.ForeignKey("consultation.Round", on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(_("what happened"), max_length=12, choices=What.choices)
    reason = models.TextField(_("reason"), help_text=_("Readers are told it."))
    language = models.CharField(
        _("language of the reason"),
        max_length=12,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    closes_on_before = models.DateField(_("closing date before"))
    closes_at_before = models.DateTimeField(_("closing instant before"))
    closes_on_after = models.DateField(_("closing date after"))
    closes_at_after = models.DateTimeField(_("closing instant after"))
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("change of a round")
        verbose_name_plural = _("changes of rounds")
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.round}: {self.get_what_display()}"
