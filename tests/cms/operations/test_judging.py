from datetime import date

import pytest
from graphql import build_schema, parse

from cms.operations.consumers import Consumer
from cms.operations.findings import Use, Verdict, lines
from cms.operations.judging import upgrade_findings
from cms.operations.ownership import Owners, published_owners
from cms.operations.upgrade import Offer, Upgrade

BEFORE = build_schema(
    """
    type NewsItem { title: String! summary: String tags(first: Int): [String] }
    type Query { newsItems: [NewsItem] site: String }
    """
)
OWNERS = published_owners({"owners": {"news": ["NewsItem", "Query.newsItems"]}}, BEFORE)
TITLES = Use("site", "2", "web@example.org", "Titles")


def consumer(query="query Titles { newsItems { title } }", **more):
    return Consumer("site", "2", "web@example.org", date(2026, 5, 1), parse(query), **more)


def judged(after, *consumers, present=("cms", "news"), accepted=()):
    upgrade = Upgrade(
        Offer(BEFORE),
        Offer(build_schema(after)),
        consumers,
        Owners({}, OWNERS, frozenset({"news"})),
        frozenset(present),
        frozenset(accepted),
    )
    return upgrade_findings(upgrade)


def of(verdict, findings):
    return [
        (item.code, item.coordinate, item.owner, item.uses) for item in findings if item.verdict is verdict
    ]


WITHOUT_TITLE = """
type NewsItem { summary: String tags(first: Int): [String] }
type Query { newsItems: [NewsItem] site: String }
"""
SAME = WITHOUT_TITLE.replace("summary", "title: String! summary")


def test_removal_of_what_is_in_use_breaks_and_names_owner_field_operation_and_consumer():
    findings = judged(WITHOUT_TITLE, consumer())

    assert of(Verdict.BREAKS, findings) == [("FIELD_REMOVED", "NewsItem.title", "news", (TITLES,))]
    assert "Stay with the news of now until site has registered" in findings[0].remedy


def test_guarantee_withdrawn_breaks_although_the_operation_still_fits():
    after = WITHOUT_TITLE.replace("summary", "title: String summary")

    assert of(Verdict.BREAKS, judged(after, consumer())) == [
        ("FIELD_CHANGED_KIND", "NewsItem.title", "news", (TITLES,))
    ]


def test_removal_of_what_nobody_uses_breaks_nobody():
    findings = judged(SAME.replace("tags(first: Int): [String]", ""), consumer())

    assert of(Verdict.BREAKS, findings) == []
    assert of(Verdict.UNUSED, findings) == [("FIELD_REMOVED", "NewsItem.tags", "news", ())]


@pytest.mark.parametrize(
    ("reason", "verdict", "code"),
    [
        ("Use name. Removal: 2027-06-01.", Verdict.DEPRECATED, "DEPRECATED"),
        ("Use name.", Verdict.BREAKS, "DEPRECATED_WITHOUT_DATE"),
        ("Use name. Removal: 2027-13-01.", Verdict.BREAKS, "DEPRECATED_WITHOUT_DATE"),
    ],
)
def test_deprecation_breaks_nothing_if_it_says_when_and_whom_to_warn(reason, verdict, code):
    deprecated = f'title: String! @deprecated(reason: "{reason}") summary'

    findings = judged(WITHOUT_TITLE.replace("summary", deprecated), consumer())

    found = {each: of(each, findings) for each in (Verdict.BREAKS, Verdict.DEPRECATED)}
    assert found.pop(verdict) == [(code, "NewsItem.title", "news", (TITLES,))]
    assert list(found.values()) == [[]]


def test_absence_of_a_plugin_is_told_once():
    findings = judged("type Query { site: String }", consumer(), present=["cms"])

    assert of(Verdict.BREAKS, findings) == [("PLUGIN_ABSENT", "news", "news", (TITLES,))]


def test_absence_of_a_plugin_that_a_consumer_can_do_without_is_only_told():
    without = consumer(optional_plugins=frozenset({"news"}))

    findings = judged("type Query { site: String }", without, present=["cms"])

    assert of(Verdict.BREAKS, findings) == []
    assert of(Verdict.DANGEROUS, findings) == [("PLUGIN_ABSENT", "news", "news", (TITLES,))]


def test_operation_that_fits_neither_schema_breaks_with_the_place_where_it_does_not():
    findings = judged(WITHOUT_TITLE, consumer("query Titles { newsItems { headline } }"))

    assert of(Verdict.BREAKS, findings) == [("DOES_NOT_FIT", "NewsItem.headline", "news", (TITLES,))]


def test_breaking_change_that_all_have_agreed_to_is_silent():
    after = WITHOUT_TITLE.replace("summary", "title: String summary")

    assert judged(after, consumer(), accepted=["NewsItem.title"]) == ()


def test_agreement_does_not_make_an_operation_fit():
    findings = judged(WITHOUT_TITLE, consumer(), accepted=["NewsItem.title"])

    assert of(Verdict.BREAKS, findings) == [("DOES_NOT_FIT", "NewsItem.title", "news", (TITLES,))]


def test_event_that_is_announced_no_longer_breaks_its_receivers():
    receiver = consumer("query Site { site }", events=("news.published",))

    (finding,) = judged(SAME, receiver)

    assert (finding.verdict, finding.coordinate, finding.owner) == (
        Verdict.BREAKS,
        "news.published",
        "news",
    )
    assert finding.uses[0].operation == "event news.published"


def test_report_says_everything_that_a_person_must_know():
    report = list(lines(judged(WITHOUT_TITLE, consumer())))

    assert report[:3] == [
        "Breaks what is in use:",
        "  NewsItem.title (owner: news): NewsItem.title was removed.",
        "    used by site 2 (web@example.org), operation Titles",
    ]
    assert report[-1] == "Upgrade: 1 breaks, 0 breaks nobody, 0 deprecated, 0 dangerous, 0 safe."
