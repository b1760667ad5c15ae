"""The numbers behind an EDTF date, as the languages need them."""

import datetime

from ..edtf import Date
from .language import Day, Month


def year_of(date: Date) -> int:
    """Return the astronomical year: 0 is 1 BC."""
    return int(date.year.removeprefix("Y"))


def month_of(date: Date) -> Month:
    return (year_of(date), int(date.month))


def day_of(date: Date) -> Day:
    return (*month_of(date), int(date.day))


def month_beside(month: Month, *, step: int) -> Month:
    """Return the month before (-1) or after (1)."""
    year, number = divmod(month[0] * 12 + month[1] - 1 + step, 12)
    return (year, number + 1)


def day_beside(day: Day, *, step: int) -> Day:
    """Return the day before (-1) or after (1), in any year."""
    # The calendar repeats every 400 years; datetime knows only some of them.
    known_year = day[0] % 400 + 400
    beside = datetime.date(known_year, day[1], day[2]) + datetime.timedelta(days=step)
    return (day[0] + beside.year - known_year, beside.month, beside.day)


def weekday_of(day: Day) -> int:
    """Return the day of the week, 0 for Monday, in any year."""
    return datetime.date(day[0] % 400 + 400, day[1], day[2]).weekday()
