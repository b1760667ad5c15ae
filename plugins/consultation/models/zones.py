"""Names of time zones as editors give them."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

HOME_ZONE = "Europe/Istanbul"


def check_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not know. Raises ValidationError."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValidationError(
            _("There is no time zone “%(name)s”. Give an IANA name, for example Europe/Istanbul."),
            code="unknown_time_zone",
            params={"name": name},
        ) from None
