"""What the comparison finds, on claims made for it and on those of the demonstration."""

from pathlib import Path

import pytest
import yaml
from wagtail.models import Page

from cms.demo.seeding import claims_of
from cms.domain.claims import Difference, findings, findings_by_work
from cms.testing.factories import make_page, translate

DEMO_PAGES = Path(__file__).parents[3] / "cms" / "demo" / "content" / "pages.yaml"

CONTRADICTION, PRECISION, OMISSION, MISSING = Difference


@pytest.fixture(scope="module")
def centre_work():
    pages = yaml.safe_load(DEMO_PAGES.read_text(encoding="utf-8"))
    return next(page for page in pages if page["key"] == "centre_work")


def found(left, right):
    return [(finding.key, finding.difference) for finding in findings(left, right)]


def test_demo_page_on_the_centre_disagrees_about_its_existence_its_date_and_the_activities(work, centre_work):
    turkish, english = work(claims_of(centre_work, "tr"), claims_of(centre_work, "en"))

    named = {"centre_state", "centre_2009_date", "programme_activities"}
    assert {pair for pair in found(turkish, english) if pair[0] in named} == {
        ("centre_state", CONTRADICTION),
        ("centre_2009_date", PRECISION),
        ("programme_activities", OMISSION),
    }


def test_demo_page_on_the_centre_has_no_other_differences_than_its_sources(work, centre_work):
    turkish, english = work(claims_of(centre_work, "tr"), claims_of(centre_work, "en"))

    assert found(turkish, english) == [
        ("programme_activities", OMISSION),
        ("ncpc_agent", CONTRADICTION),
        ("programme_output", CONTRADICTION),
        ("centre_state", CONTRADICTION),
        ("centre_2009_date", PRECISION),
        ("ttgv_runs", CONTRADICTION),
        ("ministry_coordinated", CONTRADICTION),
        ("meeting_ministry_part", CONTRADICTION),
        ("briefing_subject", CONTRADICTION),
        ("slides_count", MISSING),
        ("slides_titles", MISSING),
        ("slides_subject", CONTRADICTION),
        ("draft_protocol_ministry_part", CONTRADICTION),
        ("opinions_asked", OMISSION),
        ("programme_creator", MISSING),
        ("file_languages", MISSING),
        ("draft_protocol_content", MISSING),
    ]


@pytest.mark.parametrize(
    ("kind", "values", "difference"),
    [
        ("date", ("2009", "2009"), None),
        ("date", ("2009-36", "2009"), PRECISION),
        ("date", ("2009", "2009~"), PRECISION),
        ("date", ("1994", "1994/.."), CONTRADICTION),
        ("date", ("2009", "2010"), CONTRADICTION),
        ("date", ("2009", ""), MISSING),
        ("count", ("47", "470"), CONTRADICTION),
        ("list", ("one, two", "two,one"), None),
        ("list", ("one, two", "two"), OMISSION),
        ("list", ("one, two", "two, three"), CONTRADICTION),
        ("state", ("", ""), None),
    ],
)
def test_difference_is_told_by_kind_of_claim(work, claim, kind, values, difference):
    turkish, english = work(*([claim(value, kind=kind)] for value in values))

    there = [pair for pair in [("start", difference)] if difference]
    assert found(turkish, english) == there
    assert found(english, turkish) == there


def test_claim_of_one_version_only_is_missing_from_the_other(work, claim):
    turkish, english = work([claim("1994"), claim("2", key="slides")], [claim("1994")])

    assert found(turkish, english) == [("slides", MISSING)]


def test_version_without_any_claims_is_not_compared(work, claim):
    turkish, english = work([claim("1994")], [])

    assert found(turkish, english) == []


def test_drafts_are_compared_when_drafts_are_given(work, claim):
    turkish, english = work([claim("1994")], [claim("1994")])
    english.claims = [claim("1995")]
    english.save_revision()

    assert found(turkish, Page.objects.get(pk=english.pk).specific) == []
    assert found(turkish, english.get_latest_revision_as_object()) == [("start", CONTRADICTION)]


def test_findings_by_work_are_those_of_each_pair(work, claim, bilingual_site):
    differing, english = work([claim("1994")], [claim("1995")])
    work([claim("1994")], [claim("1994")])
    make_page(bilingual_site.turkish, claims=[claim("1994")])

    assert findings_by_work(Page.objects.all()) == {
        differing.translation_key: findings(differing, english),
    }


@pytest.mark.parametrize("how_many", [1, 10])
def test_findings_by_work_cost_three_queries(work, claim, django_assert_num_queries, how_many):
    for _ in range(how_many):
        work([claim("1994")], [claim("1995")])

    with django_assert_num_queries(3):
        found = findings_by_work(Page.objects.all())

    assert len(found) == how_many


def test_findings_by_work_compare_a_third_language_with_both(work, claim):
    turkish, _english = work([claim("1994")], [claim("1995")])
    translate(turkish, "de", claims=[claim("1996")])

    found = findings_by_work(Page.objects.all())[turkish.translation_key]

    assert [finding.languages for finding in found] == [("tr", "en"), ("tr", "de"), ("en", "de")]
