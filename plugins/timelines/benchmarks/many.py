"""Fills a database with many activities and measures what readers ask of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

from django.db import connection, transaction
from django.db.models import Max
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from cms.api import anonymous_audience, keyset_page

from ..buckets import Unit, buckets_of
from ..choosing import Choice, Days
from ..derived import columns_of
from ..domain import chosen, public_texts
from ..fuzzy import FuzzyDate, Period
from ..models import Activity, ActivityText
from ..ordering import sort_key
from ..telling import ActivityPage
from ..vocabulary import Kind

ROUNDS = 15


def report(how_many: int) -> None:
    """Print milliseconds and the number of queries; take everything back at the end."""
    with transaction.atomic():
        begun = perf_counter()
        fill(how_many)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        print(f"{connection.vendor}, {how_many} activities, filled in {perf_counter() - begun:.1f} s")
        print(f"{'question':34}{'median ms':>10}{'best ms':>9}{'queries':>9}")
        for name, ask in questions().items():
            times, queries = measured(ask)
            print(f"{name:34}{median(times):10.1f}{min(times):9.1f}{queries:9}")
        transaction.set_rollback(True)


def fill(how_many: int) -> None:
    """Put activities of all precisions between 1950 and 2029, each with a Turkish text."""

    random = Random(6)  # noqa: S311 -- the same activities every time
    locale = Locale.objects.get_or_create(language_code="tr")[0]

    def period(number: int) -> Period:
        year, month, day = 1950 + number % 80, random.randint(1, 12), random.randint(1, 28)
        match number % 5:
            case 0:
                return Period.at(FuzzyDate(f"{year}"))
            case 1:
                return Period.at(FuzzyDate(f"{year}-{month:02}"))
            case 2:
                return Period.between(FuzzyDate(f"{year}"), FuzzyDate(f"{year + random.randint(0, 5)}"))
            case _:
                return Period.at(FuzzyDate(f"{year}-{month:02}-{day:02}"))

    periods = [period(number) for number in range(how_many)]
    # The keys are given here, because the place in a timeline ends in them.
    first = (Activity.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    made = [
        Activity(
            pk=pk,
            key=f"bench-{pk}",
            kind=Kind.values[pk % 8],
            period=when,
            sort_key=sort_key(when, order_hint=0, pk=pk),
            **columns_of(when),
        )
        for pk, when in enumerate(periods, start=first)
    ]
    Activity.objects.bulk_create(made, batch_size=2000)
    ActivityText.objects.bulk_create(
        [
            ActivityText(
                activity=each,
                locale=locale,
                translation_key=each.text_key,
                title=f"Etkinlik {each.key}",
                folded_words=f"etkinlik {each.key}",
                first_month=each.first_month,
                last_month=each.last_month,
            )
            for each in made
        ],
        batch_size=2000,
    )


def questions() -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""

    audience = anonymous_audience()
    texts = public_texts("tr", audience=audience)
    today = timezone.localdate()
    decade = Choice(overlaps=Days(datetime.date(2001, 1, 1), datetime.date(2010, 12, 31)))

    def page(choice: Choice, *, is_descending: bool = False) -> object:
        wanted = chosen(texts, choice, language="tr", audience=audience)
        found = keyset_page(wanted, key="activity__sort_key", first=100, after=None)
        listed = ActivityPage(
            found.queryset, found.key, 100, None, "tr", audience, is_descending=is_descending
        )
        return listed.rows

    def count(choice: Choice) -> object:
        return chosen(texts, choice, language="tr", audience=audience).count()

    return {
        "page of 100": lambda: page(Choice()),
        "page of 100 from the end": lambda: page(Choice(), is_descending=True),
        "page of 100 in a decade": lambda: page(decade),
        "page of 100 by words": lambda: page(Choice(words="etkinlik bench-4")),
        "total count": lambda: count(Choice()),
        "buckets by year": lambda: buckets_of(texts, Unit.YEAR, days=None, today=today),
        "buckets by month": lambda: buckets_of(texts, Unit.MONTH, days=None, today=today),
        "buckets by month in a decade": lambda: buckets_of(
            chosen(texts, decade, language="tr", audience=audience),
            Unit.MONTH,
            days=decade.overlaps,
            today=today,
        ),
    }


def measured(ask: Callable[[], object]) -> tuple[list[float], int]:
    """Return the milliseconds of every round, and the number of queries.

    A loaded machine adds to the median; the best round is nearest to what the work itself takes.
    """

    with CaptureQueriesContext(connection) as queries:
        ask()
    times = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        ask()
        times.append((perf_counter() - begun) * 1000)
    return times, len(queries)
