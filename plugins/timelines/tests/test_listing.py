"""The list that needs no frontend: what everybody is shown, under which year, and how exactly."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from cms.testing.factories import make_page, translate

from ..fuzzy import Certainty, Duration, FuzzyDate, Part, Period
from ..models import Activity, TimelinePage
from .making import chosen_for_page, make_activity, make_text, on, planned


@pytest.fixture
def read(client, bilingual_site):
    """Return what stands at an address under /plugins/timelines/, taken apart."""

    def reading(path, **query):
        response = client.get(f"/plugins/timelines/{path}", query)
        assert response.status_code == 200, response.content
        return BeautifulSoup(response.content, "html.parser")

    return reading


def titles_by_year(page):
    return [
        (year.h2.get_text(), [title.get_text() for title in year.find_all("h3")])
        for year in page.select("section.year")
    ]


def test_list_stands_under_its_years_in_the_order_of_dates(read):
    make_activity("behind", after=make_activity("met", on("2010-04-06")))
    make_activity("late", on("2009", Part.LATE))
    make_activity("undated")

    page = read("en/")

    assert titles_by_year(page) == [
        ("2009", ["EN late"]),
        ("2010", ["EN met", "EN behind"]),
        ("Date unknown", ["EN undated"]),
    ]
    assert [page.html["lang"], page.h1.get_text()] == ["en", "All activities"]


@pytest.mark.parametrize(
    ("period", "machine_date", "words"),
    [
        (on("2010-04-06"), "2010-04-06", "6 April 2010"),
        (on("2010-04"), "2010-04", "April 2010"),
        (planned("2011"), "2011", "2011 (planned)"),
        (on("2009", Part.LATE), None, "late 2009"),
        (on("2009~"), None, "c. 2009"),
        (on("198X"), None, "1980s"),
        (Period.between(FuzzyDate("2008"), FuzzyDate("2011")), None, "2008–2011"),
        (Period.lasting(Duration("P30Y", FuzzyDate("2010"), approximate=True)), None, "since around 1980"),
    ],
)
def test_machines_are_told_a_date_only_where_it_is_one(read, period, machine_date, words):
    make_activity("a", period)

    when = read("en/").select_one(".when").find(["time", "span"])

    assert (when.get_text(), when.get("datetime")) == (words, machine_date)


def test_reader_chooses_with_a_form(read):
    make_activity("met", on("2010-04-06"), kind="meeting")
    make_activity("plan", planned("2011"), kind="meeting")
    make_text(make_activity("light", on("2009"), texts=()), "tr", title="Işık")
    asked = [
        {"kind": "meeting", "certainty": "OCCURRED"},
        {"from_day": "2010-05-01"},
        {"search": "ISIK"},
        {"sort": "DATE_DESC"},
        {"kind": "nonsense"},
    ]

    shown = [
        [title for _year, found in titles_by_year(read("tr/", **each)) for title in found] for each in asked
    ]

    everything = ["Işık", "TR met", "TR plan"]
    assert shown == [["TR met"], ["TR plan"], ["Işık"], everything[::-1], everything]


def test_form_says_what_is_wrong_and_keeps_what_was_typed(read):
    page = read("en/", from_day="2011-01-01", to_day="2010-01-01")

    error = page.select_one(".error")

    assert error.get_text() == "This day is before the first one. Put the earlier day first."
    assert page.select_one("#id_to_day")["aria-describedby"] == error["id"]
    assert page.select_one("#id_from_day")["value"] == "2011-01-01"


def test_plan_that_has_gone_by_is_flagged_and_an_outcome_is_told(read):
    make_activity("open", planned("2011"))
    make_activity("settled", planned("2012"), actual_date=FuzzyDate("2012-03"))

    notes = [note.get_text() for note in read("en/").select(".note")]

    assert notes == [
        "The planned date has gone by. What became of it is not known.",
        "What became of the plan: March 2012",
    ]


def test_long_list_goes_on_behind_a_link(read):
    for number in range(102):
        make_activity(f"a{number}", on("2010"))

    first = read("tr/", sort="DATE_DESC")
    rest = read("tr/" + first.select_one("a[rel=next]")["href"].split("/tr/")[1])

    assert [len(page.find_all("h3")) for page in (first, rest)] == [100, 2]
    assert rest.select_one("a[rel=next]") is None
    assert first.select_one(".count").get_text() == "102 etkinlik"


def test_cursor_that_was_never_given_is_refused(client, bilingual_site):
    response = client.get("/plugins/timelines/tr/", {"after": "nonsense"})

    assert [response.status_code, "pageInfo.endCursor" in response.content.decode()] == [400, True]


def test_fragment_is_the_list_alone(client, bilingual_site):
    make_activity("a", on("2010"))

    response = client.get("/plugins/timelines/tr/?fragment=1")

    fragment = BeautifulSoup(response.content, "html.parser").find()
    assert [fragment.name, fragment["lang"], fragment.h3.get_text()] == ["section", "tr", "TR a"]
    assert response["Access-Control-Allow-Origin"] == "*"


def test_page_is_the_same_for_everybody_and_may_stand_in_a_frame(client, bilingual_site):
    response = client.get("/plugins/timelines/tr/")

    assert {
        name: response.get(name) for name in ("X-Frame-Options", "Cache-Control", "Content-Language")
    } == {
        "X-Frame-Options": None,
        "Cache-Control": "public, max-age=0, must-revalidate",
        "Content-Language": "tr",
    }
    assert response["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    assert "script" not in response.content.decode()
    assert [response.cookies, bool(response["ETag"])] == [{}, True]


def test_page_of_a_timeline_names_its_other_version_and_its_feeds(read, bilingual_site):
    chosen = make_activity("chosen", on("2010-04-06"))
    make_activity("other", on("2010"))
    timeline = make_page(bilingual_site.turkish, TimelinePage, title="Zaman", items=chosen_for_page(chosen))
    translate(timeline, title="Time")

    page = read(f"tr/{timeline.translation_key}/")

    links = {link["href"].rsplit("/", 1)[1] for link in page.select(".links a")}
    assert titles_by_year(page) == [("2010", ["TR chosen"])]
    assert page.select_one("link[rel=canonical]")["href"] == "http://localhost/tr/zaman/"
    assert [link["hreflang"] for link in page.select("head link[hreflang]")] == ["tr", "en"]
    assert links == {"", "timeline.ics", "timeline.ics?fuzzy=1", "timeline.atom", "timeline.json"}


def test_what_is_not_public_has_no_list(client, bilingual_site):
    make_activity("draft", on("2010"), live=False)
    draft = make_page(bilingual_site.turkish, TimelinePage, live=False)
    private = make_page(bilingual_site.turkish, TimelinePage, title="Gizli")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    paths = ["de", f"tr/{draft.translation_key}", f"tr/{private.translation_key}", "tr"]

    answers = [client.get(f"/plugins/timelines/{path}/") for path in paths]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 200]
    assert "TR draft" not in answers[-1].content.decode()


def test_band_draws_what_is_fuzzy_as_fuzzy(read):
    make_activity("day", on("2010-04-06"))
    make_activity("late", on("2009", Part.LATE))
    make_activity("all_year", Period.throughout(FuzzyDate("2010")))
    make_activity("going_on", Period.since(FuzzyDate("2008-06-01")))
    make_activity("guess", on("2009~", certainty=Certainty.ESTIMATED))
    make_activity("undated")

    band = read("en/").svg

    drawn = {bar.title.get_text(): (bar["class"], bar.rect) for bar in band.select(".bar")}
    assert {
        words: (kinds[1], rect.get("fill"), rect.get("mask")) for words, (kinds, rect) in drawn.items()
    } == {
        "EN going_on: 1 June 2008 to present": ("occurred", None, "url(#timeline-fades-end)"),
        "EN guess: c. 2009": ("estimated", "url(#timeline-hatched-estimated)", "url(#timeline-fades-both)"),
        "EN late: late 2009": ("occurred", "url(#timeline-hatched-occurred)", "url(#timeline-fades-both)"),
        "EN all_year: throughout 2010": ("occurred", None, "url(#timeline-fades-both)"),
        "EN day: 6 April 2010": ("occurred", None, None),
    }
    assert band["role"] == "img"
    assert band.desc.get_text().startswith("The dated activities from 2008 to 2010")


def test_bars_and_titles_lie_inside_the_band_and_apart(read):
    for number in range(30):
        text = make_activity(f"a{number}", on(f"20{10 + number % 7}-0{1 + number % 9}"), texts=())
        make_text(text, "tr", title=f"{number} " + "uzun bir başlık " * 5)

    band = read("tr/").svg

    width = float(band["viewbox"].split()[2])
    places = [(rect["y"], float(rect["x"]), float(rect["width"])) for rect in band.select(".bar > rect")]
    assert len(places) == 30
    assert all(left >= 0 and left + wide <= width for _top, left, wide in places)
    assert len({(top, left) for top, left, _wide in places}) == 30


def test_ages_before_and_behind_all_others_are_drawn(read):
    make_activity("old", on("0001"))
    make_activity("far", Period.until(FuzzyDate("9999-12-31")))

    assert len(read("tr/").svg.select(".bar")) == 2


def test_nothing_dated_needs_no_band(read):
    make_activity("undated")

    page = read("tr/")

    assert [page.svg, titles_by_year(page)] == [None, [("Tarihi bilinmeyenler", ["TR undated"])]]


def test_what_nobody_can_find_anything_by_is_not_offered(read):
    make_activity("alone")

    assert read("tr/").select("[name=programme], [name=organisation], [name=consultation]") == []


@pytest.mark.parametrize("how_many", [1, 10, 100])
def test_list_costs_the_same_however_long_it_is(client, bilingual_site, how_many, django_assert_num_queries):
    article = make_page(bilingual_site.turkish, title="Yazı")
    for number in range(how_many):
        make_activity(f"a{number}", on("2010"), page=article)
    client.get("/plugins/timelines/tr/")

    with django_assert_num_queries(12):
        response = client.get("/plugins/timelines/tr/")

    assert len(re.findall("<h3>", response.content.decode())) == how_many == Activity.objects.count()
