"""Feeds: what calendars and readers of news get, checked by programs that others wrote."""

import datetime
import json
from uuid import uuid4, uuid5

import feedparser
import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from cms.testing.factories import make_page, translate

from ..fuzzy import Certainty, FuzzyDate, Part, Period
from ..models import Activity, ActivityText, TimelinePage
from .making import chosen_for_page, make_activity, make_text, on, planned

FORMATS = ("timeline.ics", "timeline.atom", "timeline.json")
PUBLISHED = datetime.datetime(2024, 5, 1, 9, 30, tzinfo=datetime.UTC)
CHANGED = datetime.datetime(2024, 5, 1, 9, 31, tzinfo=datetime.UTC)


@pytest.fixture
def read(client, bilingual_site):
    """Return what stands at an address under /plugins/timelines/."""
    return lambda path, **headers: client.get(f"/plugins/timelines/{path}", headers=headers)


def publish(activity):
    """Let the facts be published at one time and the words a minute later."""
    dates = {"first_published_at": PUBLISHED, "last_published_at": PUBLISHED}
    Activity.objects.filter(pk=activity.pk).update(**dates)
    ActivityText.objects.filter(activity=activity).update(**{**dates, "last_published_at": CHANGED})
    return activity


def events_of(response):
    calendar = Calendar.from_ical(response.content)
    assert calendar.errors == []
    return calendar.walk("VEVENT")


def days_of(events):
    return [(str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt) for event in events]


def test_calendar_holds_what_is_known_to_the_day(read):
    meeting = make_activity("meeting", on("2010-04-06"), texts=(), kind="meeting")
    make_text(meeting, "tr", title="Çalıştay; İzmir, ağırlıklı", summary="İlk\nsatır", place="İzmir")
    publish(meeting)
    make_activity("in_april", on("2010-04"))
    make_activity("some_day", on("2010-04-06~"))
    make_activity("undated")

    response = read("tr/timeline.ics")

    (event,) = events_of(response)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert {name: event.to_ical().decode().count(name) for name in ("VALUE=DATE:", "LANGUAGE=tr")} == {
        "VALUE=DATE:": 2,
        "LANGUAGE=tr": 3,
    }
    assert days_of([event]) == [
        ("Çalıştay; İzmir, ağırlıklı", datetime.date(2010, 4, 6), datetime.date(2010, 4, 7))
    ]
    assert [
        str(event[name]) for name in ("DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "X-EDTF", "UID")
    ] == [
        "İlk\nsatır",
        "İzmir",
        "CONFIRMED",
        "OPAQUE",
        "2010-04-06",
        str(uuid5(meeting.text_key, "tr")),
    ]
    assert [event["SEQUENCE"], event["LAST-MODIFIED"].dt, event["CREATED"].dt] == [60, CHANGED, PUBLISHED]


def test_fuzzy_calendar_shows_coarser_dates_as_transparent_spans_with_their_words(read):
    make_activity("a", on("2009", Part.LATE))
    make_activity("b", Period.between(FuzzyDate("2008-06"), FuzzyDate("2011", certainty=Certainty.PLANNED)))
    make_activity("c", Period.between(FuzzyDate("2010-04-06"), FuzzyDate("2010-04-08")))
    make_activity("open", Period.since(FuzzyDate("1994")))

    events = events_of(read("en/timeline.ics?fuzzy=1"))

    assert days_of(events) == [
        ("EN c", datetime.date(2010, 4, 6), datetime.date(2010, 4, 9)),
        ("EN a (late 2009)", datetime.date(2009, 10, 1), datetime.date(2010, 1, 1)),
        ("EN b (June 2008 – 2011 (planned))", datetime.date(2008, 6, 1), datetime.date(2012, 1, 1)),
    ]
    assert [(str(event["TRANSP"]), str(event["STATUS"]), str(event["X-EDTF"])) for event in events] == [
        ("OPAQUE", "CONFIRMED", "2010-04-06/2010-04-08"),
        ("TRANSPARENT", "CONFIRMED", "2009-36"),
        ("TRANSPARENT", "TENTATIVE", "2008-06/2011"),
    ]


def test_calendar_shows_what_became_of_a_plan(read):
    make_activity("plan", planned("2011"), actual_date=FuzzyDate("2012-03-05"))

    events = events_of(read("en/timeline.ics"))

    assert days_of(events) == [("EN plan", datetime.date(2012, 3, 5), datetime.date(2012, 3, 6))]


def test_lines_of_a_calendar_are_folded_at_75_octets_between_letters(read):
    title = "Ağır sanayide çevre dostu üretim için İzmir’de yapılan görüşmelerin ğüşıöçĞÜŞİÖÇ özeti" * 2
    activity = make_activity("a", on("2010-04-06"), texts=())
    make_text(activity, "tr", title=title, summary="ğ" * 500)

    content = read("tr/timeline.ics").content

    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert [line.decode() for line in lines if line.startswith(b"UID")] == [
        f"UID:{uuid5(activity.text_key, 'tr')}"
    ]
    assert str(events_of(read("tr/timeline.ics"))[0]["SUMMARY"]) == title


def test_atom_tells_the_record_s_date_and_not_the_activity_s(read):
    publish(make_activity("a", on("2009", Part.LATE), kind="phase"))
    make_activity("older", on("2011"))

    response = read("en/timeline.atom")
    feed = feedparser.parse(response.content)

    assert [feed.bozo, feed.feed.title, feed.feed.language] == [False, "All activities", "en"]
    assert feed.feed.updated == CHANGED.isoformat()
    assert [
        (each.title, each.published, each.updated, [tag.term for tag in each.tags]) for each in feed.entries
    ] == [
        ("late 2009: EN a", PUBLISHED.isoformat(), CHANGED.isoformat(), ["Phase"]),
        ("2011: EN older", "1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00+00:00", ["Milestone"]),
    ]
    assert [link.href for link in feed.feed.links if link.get("hreflang") == "tr"] == [
        "http://localhost:8000/plugins/timelines/tr/timeline.atom"
    ]


def test_json_feed_tells_the_activity_s_date_apart(read):
    activity = publish(make_activity("a", on("2009", Part.LATE), kind="phase"))

    response = read("tr/timeline.json")

    feed = json.loads(response.content)
    items = feed.pop("items")
    base = "http://localhost:8000/plugins/timelines"
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tüm etkinlikler",
        "description": "",
        "home_page_url": f"{base}/tr/",
        "feed_url": f"{base}/tr/timeline.json",
        "language": "tr",
        "_alternates": [
            {"hreflang": language, "href": f"{base}/{language}/timeline.json"} for language in ("tr", "en")
        ],
    }
    assert items == [
        {
            "id": str(uuid5(activity.text_key, "tr")),
            "url": f"{base}/tr/#a",
            "title": "2009 sonları: TR a",
            "content_text": "TR a",
            "date_published": PUBLISHED.isoformat(),
            "date_modified": CHANGED.isoformat(),
            "language": "tr",
            "tags": ["Evre"],
            "_activity": {
                "key": "a",
                "kind": "PHASE",
                "label": "2009 sonları",
                "edtf": "2009-36",
                "earliest": "2009-10-01",
                "latest": "2009-12-31",
                "starts_at": None,
                "ends_at": None,
                "place": None,
            },
        }
    ]


@pytest.mark.parametrize("ending", FORMATS)
def test_page_has_feeds_of_its_own_in_its_languages(read, bilingual_site, ending):
    chosen = make_activity("chosen", on("2010-04-06"))
    make_activity("other", on("2010-04-07"))
    page = make_page(bilingual_site.turkish, TimelinePage, title="Zaman", items=chosen_for_page(chosen))
    alone = read(f"tr/{page.translation_key}/{ending}")
    missing = read(f"en/{page.translation_key}/{ending}").status_code
    translate(page, title="Time")

    both = [read(f"{language}/{page.translation_key}/{ending}") for language in ("tr", "en")]

    told = [response.content.decode() for response in both]
    assert missing == 404
    assert [title in text for text, title in zip(told, ("TR chosen", "EN chosen"), strict=True)] == [True] * 2
    assert ["other" in text for text in told] == [False, False]
    assert [response["Link"].count("hreflang") for response in (alone, *both)] == [1, 2, 2]
    assert [response["Content-Language"] for response in both] == ["tr", "en"]


@pytest.mark.parametrize("ending", FORMATS)
def test_feed_that_has_not_changed_is_not_sent_again(read, ending):
    activity = publish(make_activity("a", on("2010-04-06")))
    first = read(f"tr/{ending}")

    again = read(f"tr/{ending}", if_none_match=first["ETag"])
    ActivityText.objects.filter(activity=activity).update(title="Başka")
    changed = read(f"tr/{ending}", if_none_match=first["ETag"])

    assert [first.status_code, again.status_code, again.content, changed.status_code] == [200, 304, b"", 200]
    assert "public" in first["Cache-Control"]
    assert first.cookies == {}


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_not_public_is_in_no_feed(read, bilingual_site, ending):
    make_activity("draft_facts", on("2010-04-06"), live=False)
    half = make_activity("draft_words", on("2010-04-06"), texts=())
    make_text(half, "tr", live=False)
    make_activity("gone", on("2010-04-06")).unpublish()
    make_activity("shown", on("2010-04-06"))
    draft = make_page(bilingual_site.turkish, TimelinePage, live=False)
    private = make_page(bilingual_site.turkish, TimelinePage, title="Gizli")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    told = read(f"tr/{ending}").content.decode()

    assert ["TR shown" in told, "TR draft" in told, "TR gone" in told] == [True, False, False]
    unknown = ["de", f"tr/{uuid4()}", f"tr/{draft.translation_key}", f"tr/{private.translation_key}"]
    assert [read(f"{path}/{ending}").status_code for path in unknown] == [404] * 4


@pytest.fixture
def switched_off():
    config = apps.get_app_config("timelines")
    config.enabled = False
    ContentType.objects.clear_cache()
    yield
    config.enabled = True


@pytest.mark.parametrize("ending", FORMATS)
def test_disabled_plugin_feeds_nobody(read, switched_off, ending):
    make_activity("a", on("2010-04-06"))

    assert read(f"tr/{ending}").status_code == 404


@pytest.mark.parametrize("how_many", [1, 10, 100])
@pytest.mark.parametrize("ending", FORMATS)
def test_feed_costs_the_same_however_long_it_is(
    read, bilingual_site, ending, how_many, django_assert_num_queries
):
    page = make_page(bilingual_site.turkish, TimelinePage)
    article = make_page(bilingual_site.turkish, title="Yazı")
    for number in range(how_many):
        make_activity(f"a{number}", on("2010-04-06"), page=article)
    read(f"tr/{page.translation_key}/{ending}")

    with django_assert_num_queries(11):
        response = read(f"tr/{page.translation_key}/{ending}")

    assert response.content.count(b"TR a") >= how_many
