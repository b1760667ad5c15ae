"""What failed while running: each failure once, with how often it came back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

REMEDIES = {
    "resolver": _("Look for the request in the log, and report it to the plugin’s author."),
    "subscriber": _("It is tried again by itself. If it stays, report it to the plugin’s author."),
    "job": _("It runs again when it is due. If it stays, report it to the plugin’s author."),
    "health_check": _("Nothing is known about what it watches. Report it to the plugin’s author."),
    "admin": _("The rest of the admin works. Report it to the plugin’s author."),
    "address": _("Other addresses work. Report it to the plugin’s author."),
}


class Problem(models.Model):
    """A failure of the core or of a plugin, at one place. Holds no content and no personal data.

    The message of an exception may quote what a person typed; it is in the log, not here.
    """

    class Kind(models.TextChoices):
        RESOLVER = "resolver", _("Answering a query")
        SUBSCRIBER = "subscriber", _("Receiving an event")
        JOB = "job", _("Scheduled job")
        HEALTH_CHECK = "health_check", _("Health check")
        ADMIN = "admin", _("Admin page")
        ADDRESS = "address", _("Address")

    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    owner = models.CharField(_("owner"), max_length=100)
    kind = models.CharField(_("what failed"), max_length=20, choices=Kind.choices)
    place = models.CharField(_("where"), max_length=200)
    summary = models.CharField(_("failure"), max_length=300)
    count = models.PositiveIntegerField(_("times"), default=0)
    first_at = models.DateTimeField(_("first time"))
    last_at = models.DateTimeField(_("last time"), db_index=True)

    class Meta:
        verbose_name = _("problem")
        verbose_name_plural = _("problems")
        ordering = ("-last_at", "pk")
        # Problems are recorded by the system and dismissed by people.
        default_permissions = ("view", "delete")

    def __str__(self) -> str:
        return f"{self.owner}: {self.place}"

    @property
    def remedy(self) -> str:
        """Return what a person can do about it, in their language."""
        return str(REMEDIES[self.kind])
