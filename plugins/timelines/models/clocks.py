"""The clock times of an activity: only of days that are known, and only where a source names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError

from ..clock import Clock, clock_of
from ..refusals import DateError
from .fields import refused

if TYPE_CHECKING:
    from .activities import Activity

FIELDS_AT_FAULT = {"CLOCK_REVERSED": "ends_at", "CLOCK_ZONE_UNKNOWN": "time_zone"}


def site_time_zone() -> str:
    """Return the time zone of an activity that names no other."""
    return settings.TIME_ZONE


def checked_clock(activity: Activity) -> Clock | None:
    """Return the moments of its start and end; None where no time of day is known.

    Raises ValidationError, at the field, for times that do not go with its date.
    """
    try:
        return clock_of(activity.period, activity.starts_at, activity.ends_at, time_zone=activity.time_zone)
    except DateError as error:
        field = FIELDS_AT_FAULT.get(error.code, "starts_at")
        raise ValidationError({field: refused(error)}) from error
