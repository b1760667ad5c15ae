"""Reading EDTF: a few anchored patterns without backtracking, so that time grows with length alone."""

import re

from . import errors
from .bounds import CivilDay, first_day, last_day, outermost_day
from .tree import Date, DateSet, DateTime, Edge, Interval, Run, SubYear, Value

DATE = re.compile(
    r"(-?[0-9X]{4})"
    r"(?:-(0[1-9X]|1[0-2X]|X[0-9X])"
    r"(?:-(0[1-9X]|[12][0-9X]|3[01X]|X[0-9X]))?)?"
    r"([~?%]?)"
)
LONG_YEAR = re.compile(r"Y-?[1-9][0-9]{4,}")
SUB_YEAR = re.compile(r"(-?[0-9]{4})-(2[1-9]|3[0-9]|4[01])([~?%]?)")
CLOCK = re.compile(
    r"(?:24:00:00|(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?:Z|[+-](?:(?:0[1-9]|1[0-3])(?::[0-5][0-9])?|14:00|00:(?:0[1-9]|[1-5][0-9])))?"
)
# Good EDTF or nearly so, and worth a better answer than "this is not a date".
MARKED_INSIDE = re.compile(r"[~?%]?-?[0-9X]{4}[~?%]?(?:-[~?%]?[0-9X]{2}[~?%]?){0,2}")
ROUNDED = re.compile(r"Y?-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?")

LAST_SEASON = 24


def parse(text: str) -> Value:
    """Return the value the text writes; `str` of it is the text again. Raises EDTFError.

    At most 64 characters and 12 members of a set. White space is refused, as are reversed intervals and
    days the calendar does not have.
    """
    if len(text) > errors.MAX_LENGTH:
        raise errors.too_long()
    if not text:
        raise errors.empty()
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _date_time(text)
    return _sub_year(text) or _long_year(text) or _date(text)


def _set(text: str) -> DateSet:
    if text[-1] != ("]" if text[0] == "[" else "}"):
        raise errors.malformed(text)
    parts = text[1:-1].split(",")
    if len(parts) > errors.MAX_MEMBERS:
        raise errors.too_many_members()
    members = tuple(_member(part) for part in parts)
    _check_members(members, text)
    return DateSet(members, takes_all=text[0] == "{")


def _member(text: str) -> Date | Run:
    if ".." not in text:
        return _date(text)
    first, _, last = text.partition("..")
    run = Run(_plain_date(first), _plain_date(last))
    _check_order(first_day(run.first), last_day(run.last), text)
    return run


def _plain_date(text: str) -> Date | None:
    if not text:
        return None
    date = _date(text)
    if date.qualifier or date.has_unknown_digits:
        raise errors.malformed(text)
    return date


def _check_members(members: tuple[Date | Run, ...], text: str) -> None:
    """Check what is true of a set as a whole: enough members, limitless runs only at the outer ends."""
    if len(members) == 1 and isinstance(members[0], Date):
        raise errors.malformed(text)
    for position, member in enumerate(members):
        if isinstance(member, Date):
            continue
        starts_nowhere = member.first is None and position > 0
        ends_nowhere = member.last is None and position < len(members) - 1
        if starts_nowhere or ends_nowhere or not _agree_in_precision(member):
            raise errors.malformed(text)


def _agree_in_precision(run: Run) -> bool:
    if run.first is None or run.last is None:
        return run != Run(None, None)
    return (run.first.month != "", run.first.day != "") == (run.last.month != "", run.last.day != "")


def _interval(text: str) -> Interval:
    start, _, end = text.partition("/")
    interval = Interval(_endpoint(start), _endpoint(end))
    if interval.start is interval.end is Edge.UNKNOWN:
        raise errors.malformed(text)
    _check_order(first_day(interval), last_day(interval), text)
    return interval


def _endpoint(text: str) -> Date | SubYear | Edge:
    if text in ("", ".."):
        return Edge(text)
    sub_year = _sub_year(text)
    if sub_year is None:
        return _date(text)
    if sub_year.code > LAST_SEASON:
        raise errors.malformed(text)
    return sub_year


def _date_time(text: str) -> DateTime:
    day, _, clock = text.partition("T")
    date = _date(day)
    if not date.day or date.qualifier or date.has_unknown_digits or not CLOCK.fullmatch(clock):
        raise errors.malformed(text)
    return DateTime(date, clock)


def _sub_year(text: str) -> SubYear | None:
    match = SUB_YEAR.fullmatch(text)
    if match is None or match[1] == "-0000" or (match[3] and int(match[2]) > LAST_SEASON):
        return None
    return SubYear(match[1], int(match[2]), match[3])


def _long_year(text: str) -> Date | None:
    return Date(text) if LONG_YEAR.fullmatch(text) else None


def _date(text: str) -> Date:
    match = DATE.fullmatch(text)
    if match is None or match[1] == "-0000":
        raise _why_not(text)
    date = Date(match[1], match[2] or "", match[3] or "", match[4])
    if date.qualifier and date.has_unknown_digits:
        raise errors.misplaced_mark(text)
    if outermost_day(date) is None:
        raise errors.no_such_date(text)
    return date


def _why_not(text: str) -> errors.EDTFError:
    if MARKED_INSIDE.fullmatch(text) and any(mark in text for mark in "~?%"):
        return errors.misplaced_mark(text)
    if ROUNDED.fullmatch(text) and any(letter in text for letter in "ES"):
        return errors.rounded_year(text)
    return errors.malformed(text)


def _check_order(first: CivilDay | None, last: CivilDay | None, text: str) -> None:
    if first is not None and last is not None and first > last:
        raise errors.reversed_order(text)
