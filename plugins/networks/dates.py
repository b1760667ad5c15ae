"""Reads the dates of records, which are EDTF (ISO 8601-2) texts. Pure; touches no model."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST = 64

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_OPEN = frozenset({"", ".."})


@dataclass(frozen=True)
class Span:
    """The days that a date may mean, both included; None where it is open or unknown."""

    earliest: date | None
    latest: date | None

    def may_meet(self, other: Span) -> bool:
        """Whether some day may lie in both."""
        return not _is_before(self.latest, other.earliest) and not _is_before(other.latest, self.earliest)


def span_of(edtf: str) -> Span:
    """Return the days that an EDTF text may mean. Raises ValueError when it is not one of these forms.

    A year, month or day, each with `~`, `?` or `%`; an interval `a/b`, `a/..`, `../b`, `a/`; one of
    several or a range `[a,b]`, `[a..b]`, `[..b]`, `[a..]`; all of several `{a,b}`.
    """
    if len(edtf) > LONGEST:
        raise ValueError(f"longer than {LONGEST} characters")
    first, last = _ends(edtf)
    span = Span(
        None if first in _OPEN else _day(first, is_last=False),
        None if last in _OPEN else _day(last, is_last=True),
    )
    if span == Span(None, None) or _is_before(span.latest, span.earliest):
        raise ValueError(f"not a stretch of time: {edtf}")
    return span


def check_edtf(value: str) -> None:
    """Raise ValidationError for an editor's text that is not a date this plugin can read."""
    try:
        span_of(value)
    except ValueError:
        raise ValidationError(
            _(
                "Write a date as EDTF: 2010, 2010-04, 2010-04-06, 1997~ (about), 2011? (uncertain), "
                "2008-06/2011 (from, to), [2004,2005] (one of them), [..2000] (by then)."
            ),
            code="edtf",
        ) from None


def _ends(edtf: str) -> tuple[str, str]:
    """Return the first and the last date of a text; the same one twice when it holds only one."""
    if edtf[:1] + edtf[-1:] in {"[]", "{}"}:
        members = edtf[1:-1].split(",")
        first, last = members[0].split("..", 1)[0], members[-1].rsplit("..", 1)[-1]
        for member in members[1:-1]:
            _day(member, is_last=False)
        return first, last
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return first, last
    return edtf, edtf


def _day(text: str, *, is_last: bool) -> date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text}")
    year, month, day = match.groups()
    if month is None:
        return date(int(year), 12, 31) if is_last else date(int(year), 1, 1)
    if day is None:
        return date(int(year), int(month), _days_in(int(year), int(month)) if is_last else 1)
    return date(int(year), int(month), int(day))


def _days_in(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return monthrange(year, month)[1]


def _is_before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other
