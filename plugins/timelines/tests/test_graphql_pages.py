"""What frontends get of timelines on pages: the page type and the block."""

from cms.testing.factories import make_page, translate

from ..fuzzy import Part
from ..models import TimelinePage
from .making import chosen_for_page, make_activity, on

ON_PAGE = """query ($path: String!, $where: TimelinesWhere) { route(path: $path) { ... on RoutePage { page {
  ... on TimelinesTimelinePage { intro activities(where: $where) { nodes { title date { label } } } }
  ... on ArticlePage { body { ... on TimelinesTimelineBlock {
    title timeline { path activities { nodes { title } } }
  } } }
} } } }"""


def page_of(answer):
    return answer["data"]["route"]["page"]


def test_timeline_page_shows_all_activities_or_those_chosen(bilingual_site, ask):
    chosen = make_activity("chosen", on("2009", Part.LATE))
    make_activity("other", "2008", kind="meeting")
    every = make_page(bilingual_site.turkish, TimelinePage, title="Hepsi", intro="Giriş.")
    some = make_page(bilingual_site.turkish, TimelinePage, title="Bazısı", items=chosen_for_page(chosen))
    translate(some, title="Some", slug="some")

    shown = [
        page_of(ask(ON_PAGE, path=path, **wanted))
        for path, wanted in [
            ("/tr/hepsi/", {}),
            ("/tr/hepsi/", {"where": {"kind": "MEETING"}}),
            ("/en/some/", {}),
        ]
    ]

    other = {"title": "TR other", "date": {"label": "2008"}}
    late = {"title": "TR chosen", "date": {"label": "2009 sonları"}}
    assert every.intro == "Giriş."
    assert shown == [
        {"intro": "Giriş.", "activities": {"nodes": [other, late]}},
        {"intro": "Giriş.", "activities": {"nodes": [other]}},
        {"intro": "", "activities": {"nodes": [{"title": "EN chosen", "date": {"label": "late 2009"}}]}},
    ]


def test_block_shows_the_timeline_in_the_language_of_its_body(bilingual_site, ask):
    make_activity("a", "2009")
    timeline = make_page(bilingual_site.turkish, TimelinePage, title="Zaman")
    translate(timeline, title="Time", slug="time")
    body = [{"type": "timelines_timeline", "value": {"title": "Sıra", "timeline": timeline.pk}}]
    article = make_page(bilingual_site.turkish, title="Yazı", body=body)
    translate(article, title="Text", slug="text")

    shown = [page_of(ask(ON_PAGE, path=path))["body"] for path in ("/tr/yazi/", "/en/text/")]

    assert shown == [
        [{"title": "Sıra", "timeline": {"path": path, "activities": {"nodes": [{"title": title}]}}}]
        for path, title in (("/tr/zaman/", "TR a"), ("/en/time/", "EN a"))
    ]


def test_block_hides_a_timeline_that_is_not_public(bilingual_site, ask):
    timeline = make_page(bilingual_site.turkish, TimelinePage, title="Zaman")
    body = [{"type": "timelines_timeline", "value": {"title": "", "timeline": timeline.pk}}]
    make_page(bilingual_site.turkish, title="Yazı", body=body)

    timeline.unpublish()

    assert page_of(ask(ON_PAGE, path="/tr/yazi/"))["body"] == [{"title": "", "timeline": None}]


OFFERED = """query ($path: String!) { route(path: $path) { ... on RoutePage { page {
  ... on TimelinesTimelinePage {
    buckets(unit: YEAR) { key count } feeds { calendar fuzzyCalendar atom jsonFeed listing }
  }
} } } }"""


def test_timeline_page_counts_its_own_activities_and_names_its_feeds(bilingual_site, ask):
    make_activity("other", "2008")
    chosen = make_activity("chosen", "2009")
    page = make_page(bilingual_site.turkish, TimelinePage, title="Zaman", items=chosen_for_page(chosen))

    offered = page_of(ask(OFFERED, path="/tr/zaman/"))

    listing = f"http://localhost:8000/plugins/timelines/tr/{page.translation_key}/"
    base = f"{listing}timeline"
    assert offered == {
        "buckets": [{"key": "2009", "count": 1}],
        "feeds": {
            "calendar": f"{base}.ics",
            "fuzzyCalendar": f"{base}.ics?fuzzy=1",
            "atom": f"{base}.atom",
            "jsonFeed": f"{base}.json",
            "listing": listing,
        },
    }
