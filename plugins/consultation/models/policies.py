"""Which rules of time and publication a consultation has, and what they are called."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Publication(models.TextChoices):
    """When opinions are shown to readers, as far as their authors allow it."""

    NONE = "none", _("Never")
    AFTER_CLOSE = "after_close", _("After the round has closed")
    AFTER_MODERATION = "after_moderation", _("Once an officer has looked at them")
    LIVE = "live", _("As they come in")


class LatePolicy(models.TextChoices):
    """What becomes of an opinion that comes after the closing instant."""

    REJECT = "reject", _("It is refused")
    ACCEPT_FLAGGED = "accept_flagged", _("It is kept as late, and officers decide")
    ACCEPT_UNTIL = "accept_until", _("It is kept as late until a date")


class EditPolicy(models.TextChoices):
    """Until when respondents may change what they have submitted."""

    UNTIL_CLOSE = "until_close", _("Until the round closes")
    MINUTES = "minutes", _("For some minutes")
    NONE = "none", _("Never")
