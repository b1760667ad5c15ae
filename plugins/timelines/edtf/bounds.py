"""The first and the last day an EDTF value may touch, in the proleptic Gregorian calendar."""

import datetime
from calendar import isleap
from collections.abc import Iterator, Sequence
from itertools import product

from .tree import Date, DateSet, DateTime, Edge, Interval, Run, SubYear, Value

# Year, month, day: of any year, which datetime.date cannot hold.
CivilDay = tuple[int, int, int]

FIRST_MONTHS = dict(
    zip(range(21, 42), (3, 6, 9, 12) * 2 + (9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7), strict=True)
)
DIGITS = "0123456789"
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def earliest(value: Value) -> datetime.date | None:
    """Return the first day the value may touch, or None where it is open or unknown.

    A year outside 1-9999 is moved to the nearest day a date can hold. A season is taken in the northern
    hemisphere unless its code says otherwise; winter begins in December of its year.
    """
    return _as_date(first_day(value))


def latest(value: Value) -> datetime.date | None:
    """Return the last day the value may touch, or None where it is open or unknown; else as `earliest`."""
    return _as_date(last_day(value))


def first_day(value: Value | Edge | None) -> CivilDay | None:
    """Return the first day in any year."""
    match value:
        case Date():
            return outermost_day(value)
        case SubYear(year, code):
            return (int(year), FIRST_MONTHS[code], 1)
        case DateTime(date):
            return first_day(date)
        case Interval(start):
            return first_day(start)
        case DateSet(members):
            firsts = [first_day(member.first if isinstance(member, Run) else member) for member in members]
            return None if None in firsts else min(day for day in firsts if day)
    return None


def last_day(value: Value | Edge | None) -> CivilDay | None:
    """Return the last day in any year."""
    match value:
        case Date():
            return outermost_day(value, backwards=True)
        case SubYear(year, code):
            return _end_of_grouping(int(year), code)
        case DateTime(date):
            return last_day(date)
        case Interval(end=end):
            return last_day(end)
        case DateSet(members):
            lasts = [last_day(member.last if isinstance(member, Run) else member) for member in members]
            return None if None in lasts else max(day for day in lasts if day)
    return None


def outermost_day(date: Date, *, backwards: bool = False) -> CivilDay | None:
    """Return the first day the date may mean, or the last one; None if no calendar has such a day."""
    common, leap = (_outermost_in_year(date, leap=leap, backwards=backwards) for leap in (False, True))
    # An odd year is never a leap year. Without this, XXX1-02-29 would be looked for a thousand times.
    if common is None and (leap is None or date.year[-1] in "13579"):
        return None
    for year in _years(date.year, backwards=backwards):
        month_and_day = leap if isleap(year) else common
        if month_and_day:
            return (year, *month_and_day)
    return None


def _outermost_in_year(date: Date, *, leap: bool, backwards: bool) -> tuple[int, int] | None:
    step = -1 if backwards else 1
    for month in _numbers(date.month or "XX", highest=12)[::step]:
        days = _numbers(date.day or "XX", highest=_days_in(month, leap=leap))
        if days:
            return (month, days[-1 if backwards else 0])
    return None


def _years(mask: str, *, backwards: bool) -> Iterator[int]:
    if "X" not in mask:
        yield int(mask.removeprefix("Y"))
        return
    sign, digits = (-1, mask[1:]) if mask[0] == "-" else (1, mask)
    ordered = DIGITS if backwards == (sign < 0) else DIGITS[::-1]
    for combination in product(*(ordered if digit == "X" else digit for digit in digits)):
        yield sign * int("".join(combination))


def _numbers(mask: str, *, highest: int) -> Sequence[int]:
    if mask == "XX":
        return range(1, highest + 1)
    if "X" not in mask:
        return (int(mask),) if int(mask) <= highest else ()
    tens, units = ("0123" if mask[0] == "X" else mask[0]), (DIGITS if mask[1] == "X" else mask[1])
    return [number for ten in tens for unit in units if 1 <= (number := int(ten + unit)) <= highest]


def _end_of_grouping(year: int, code: int) -> CivilDay:
    length = 3 if code <= 36 else 4 if code <= 39 else 6
    years_on, month = divmod(FIRST_MONTHS[code] + length - 2, 12)
    return (year + years_on, month + 1, _days_in(month + 1, leap=isleap(year + years_on)))


def _days_in(month: int, *, leap: bool) -> int:
    return 29 if month == 2 and leap else MONTH_LENGTHS[month - 1]


def _as_date(day: CivilDay | None) -> datetime.date | None:
    if day is None:
        return None
    if day[0] < datetime.MINYEAR:
        return datetime.date.min
    return datetime.date.max if day[0] > datetime.MAXYEAR else datetime.date(*day)
