"""That a round has opened or closed, as it was recorded and announced."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Passage(models.Model):
    """A round passed its opening or closing instant. One row for each: whoever records it, announces it.

    The state follows from time and needs no record; this says that it was noticed, and when. A round
    whose dates are changed passes a new instant, and says so again.
    """

    class What(models.TextChoices):
        OPENED = "opened", _("Opened")
        CLOSED = "closed", _("Closed")

    round = models.ForeignKey(
        "consultation.Round", on_delete=models.CASCADE, related_name="passages", verbose_name=_("round")
    )
    what = models.CharField(_("what happened"), max_length=6, choices=What.choices)
    at = models.DateTimeField(_("instant"))
    noticed_at = models.DateTimeField(_("noticed"))

    class Meta:
        verbose_name = _("opening or closing")
        verbose_name_plural = _("openings and closings")
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["round", "what", "at"], name="one_passage_an_instant")]

    def __str__(self) -> str:
        return f"{self.round}: {self.get_what_display()}"
