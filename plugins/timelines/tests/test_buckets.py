"""How many activities there are in each year or month: each counts wherever it may have been."""

import pytest
from django.utils import timezone

from ..fuzzy import FuzzyDate, Period
from .making import make_activity, on

BUCKETS = """query ($locale: LocaleCode!, $unit: TimelinesUnit!, $where: TimelinesWhere) {
  timelinesBuckets(locale: $locale, unit: $unit, where: $where) { key label count certainCount }
}"""


@pytest.fixture
def count(bilingual_site, ask):
    def counted(unit, where=None, locale="TR"):
        found = ask(BUCKETS, locale=locale, unit=unit, where=where)["data"]["timelinesBuckets"]
        return [tuple(bucket.values()) for bucket in found]

    return counted


def test_activity_counts_in_each_year_that_it_may_touch(count):
    make_activity("a", on("2008-06"))
    make_activity("b", Period.between(FuzzyDate("2008-06"), FuzzyDate("2010")))
    make_activity("c", on("[..2009]"))
    make_activity("far", on("2013"))
    make_activity("undated")

    assert count("YEAR") == [
        ("2008", "2008", 3, 1),
        ("2009", "2009", 2, 0),
        ("2010", "2010", 1, 0),
        ("2013", "2013", 1, 1),
    ]


def test_months_are_told_in_the_language_asked_for(count):
    make_activity("a", on("2009-11-03"))
    make_activity("b", on("[2009-11,2009-12]"))

    assert count("MONTH") == [("2009-11", "Kasım 2009", 2, 1), ("2009-12", "Aralık 2009", 1, 0)]
    assert count("MONTH", locale="EN")[0] == ("2009-11", "November 2009", 2, 1)


def test_what_goes_on_reaches_to_today_and_no_further(count):
    make_activity("a", Period.since(FuzzyDate("1994")))

    years = [key for key, *_rest in count("YEAR")]

    assert years == [str(year) for year in range(1994, timezone.localdate().year + 1)]


def test_days_limit_the_buckets_too(count):
    make_activity("a", Period.since(FuzzyDate("1994")))
    make_activity("b", on("2010-04"))

    where = {"overlaps": {"from": "2010-03-31", "to": "2010-05-01"}}

    assert count("MONTH", where) == [
        ("2010-03", "Mart 2010", 1, 0),
        ("2010-04", "Nisan 2010", 2, 1),
        ("2010-05", "Mayıs 2010", 1, 0),
    ]


def test_nothing_is_counted_where_nothing_is_dated(count):
    make_activity("undated")

    assert count("YEAR") == []


def test_too_many_buckets_are_refused_with_what_to_do(bilingual_site, ask):
    make_activity("a", on("0800"))
    make_activity("b", on("2010"))

    answer = ask(BUCKETS, locale="TR", unit="MONTH")

    assert [each["message"] for each in answer["errors"]] == [
        "14532 buckets are more than 1200. Ask for a longer `unit`, or for fewer days in `where.overlaps`."
    ]


@pytest.mark.parametrize("how_many", [1, 10, 100])
def test_counting_costs_two_queries_however_many_there_are(count, how_many, django_assert_num_queries):
    for number in range(how_many):
        make_activity(f"a{number}", on(f"20{number:02}"))
    count("YEAR")

    with django_assert_num_queries(2):
        buckets = count("YEAR")

    assert len(buckets) == how_many
