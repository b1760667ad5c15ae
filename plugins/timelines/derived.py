"""What is worked out from a period and kept in columns, so that the database can choose by it. Pure."""

from __future__ import annotations

import datetime
from typing import Any

from .fuzzy import EndState, Period, Precision, TemporalMode
from .overall import certainty_of, dates_of

COARSENESS = {precision: place for place, precision in enumerate(Precision)}
"""From a day to nothing known; a list or range of dates comes after a decade."""


def columns_of(period: Period) -> dict[str, Any]:  # Any: the columns' types
    """Return the values of the derived columns of an activity, by their names."""
    end = period.end or (period.start if period.end_state is EndState.NONE else None)
    return {
        "earliest": period.earliest,
        "latest": period.latest,
        "start_latest": period.start.latest,
        "end_earliest": end.earliest if end else None,
        "first_month": month_number(period.earliest),
        "last_month": month_number(period.latest),
        "is_span": period.temporal_mode is TemporalMode.SPAN,
        "coarseness": coarseness_of(period),
        "certainty": certainty_of(period),
    }


def coarseness_of(period: Period) -> int:
    """Return the place of the least precise of its known dates; of an undated period, the last one."""
    known = [COARSENESS[date.precision] for date in dates_of(period) if date.is_known]
    return max(known, default=COARSENESS[Precision.UNKNOWN])


def month_number(day: datetime.date | None) -> int | None:
    """Return the day's month counted from January of the year 0."""
    return None if day is None else day.year * 12 + day.month - 1
