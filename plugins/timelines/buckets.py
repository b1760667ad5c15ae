"""How many activities touch each year or month: counted by the database, spread over the calendar here."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from django.db.models import Count, F

from .choosing import Days
from .derived import month_number
from .domain import Texts
from .fuzzy import FuzzyDate
from .labels import label

MOST_BUCKETS = 1200


class Unit(StrEnum):
    """How long a bucket is."""

    YEAR = "YEAR"
    MONTH = "MONTH"

    @property
    def months(self) -> int:
        return 12 if self is Unit.YEAR else 1


class TooManyBuckets(ValueError):
    """The activities reach over more time than can be told in this unit."""


@dataclass(frozen=True)
class Bucket:
    """A year or a month. `count` may touch it, `certain_count` of these lie wholly inside it."""

    key: str
    count: int
    certain_count: int

    def label(self, language: str) -> str:
        return label(FuzzyDate(self.key), language=language)


@dataclass(frozen=True)
class Stretch:
    """So many activities that reach from one bucket to another, by their numbers; None is without limit."""

    first: int | None
    last: int | None
    count: int


def buckets_of(texts: Texts, unit: Unit, *, days: Days | None, today: datetime.date) -> list[Bucket]:
    """Return the buckets that any of the dated texts may touch, in their order, at the cost of one query.

    What has no limit reaches to the first of all dates, or to the last of them and today. With `days`, only
    the buckets among these. Raises TooManyBuckets.
    """
    dated = texts.exclude(first_month=None, last_month=None)
    reach = (F("first_month") / unit.months, F("last_month") / unit.months)
    rows = dated.order_by().values_list(*reach).annotate(count=Count("pk"))
    stretches = [Stretch(*row) for row in rows]
    if not stretches:
        return []
    lowest, highest = _limits(stretches, _number(today, unit))
    wanted = days or Days()
    lowest = max(lowest, _number(wanted.first, unit)) if wanted.first else lowest
    highest = min(highest, _number(wanted.last, unit)) if wanted.last else highest
    if highest - lowest >= MOST_BUCKETS:
        raise TooManyBuckets(f"{highest - lowest + 1} buckets are more than {MOST_BUCKETS}.")
    return list(_spread(stretches, unit, lowest, highest))


def _limits(stretches: Iterable[Stretch], today: int) -> tuple[int, int]:
    ends = [end for each in stretches for end in (each.first, each.last) if end is not None]
    goes_on = any(each.last is None for each in stretches)
    return min(ends), max([*ends, today] if goes_on else ends)


def _spread(stretches: Iterable[Stretch], unit: Unit, lowest: int, highest: int) -> Iterator[Bucket]:
    """Yield what is not empty: each stretch adds where it begins and takes away behind its end."""
    changes: Counter[int] = Counter()
    certain: Counter[int] = Counter()
    for each in stretches:
        first = lowest if each.first is None else max(each.first, lowest)
        last = highest if each.last is None else min(each.last, highest)
        if first > last:
            continue
        changes[first] += each.count
        changes[last + 1] -= each.count
        if each.first == each.last:
            certain[first] += each.count
    numbers = range(lowest, highest + 1)
    for number, count in zip(numbers, accumulate(changes[number] for number in numbers), strict=True):
        if count:
            yield Bucket(_key(number, unit), count, certain[number])


def _number(day: datetime.date, unit: Unit) -> int:
    return (month_number(day) or 0) // unit.months


def _key(number: int, unit: Unit) -> str:
    if unit is Unit.YEAR:
        return f"{number:04}"
    return f"{number // 12:04}-{number % 12 + 1:02}"
