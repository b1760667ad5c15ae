"""Which activities a frontend gets that says what it wants: what may be true of a date counts."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from ..derived import columns_of
from ..fuzzy import Certainty, FuzzyDate, Part, Period
from ..models import Activity, ActivityDocument, ActivityOrganisation, ActivityText
from .making import make_activity, make_text, on, planned

LIST = """query ($locale: LocaleCode!, $where: TimelinesWhere, $sort: TimelinesSort,
    $first: Int, $after: String) {
  timelinesActivities(locale: $locale, where: $where, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { endCursor } nodes { key }
  }
}"""
ALL = ["since_1994", "in_2008", "early_2009_to_2011", "met", "in_2011", "undated"]


@pytest.fixture
def wanted(bilingual_site, ask):
    """Return the keys of those activities that fulfil a `where`, in the order of their dates."""

    def keys(where=None, locale="TR", **more):
        answer = ask(LIST, where=where, locale=locale, **more)
        assert "errors" not in answer, answer
        return [node["key"] for node in answer["data"]["timelinesActivities"]["nodes"]]

    return keys


@pytest.fixture
def activities(db):
    """One of each way of dating."""
    make_activity("undated")
    make_activity("in_2011", planned("2011"))
    make_activity("met", on("2010-04-06"), kind="meeting")
    make_activity("in_2008", on("2008-06~", certainty=Certainty.ESTIMATED))
    make_activity("since_1994", Period.since(FuzzyDate("1994")), kind="phase")
    make_activity(
        "early_2009_to_2011",
        Period.between(FuzzyDate("2009", Part.EARLY), FuzzyDate("2011-02")),
        kind="phase",
    )


def days(first, last):
    return {"from": first, "to": last}


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ({}, ALL),
        ({"kind": "MEETING"}, ["met"]),
        ({"kind": ["MEETING", "PHASE"]}, ["since_1994", "early_2009_to_2011", "met"]),
        ({"certainty": "PLANNED"}, ["in_2011"]),
        ({"certainty": ["PLANNED", "ESTIMATED"]}, ["in_2008", "in_2011"]),
        ({"overlaps": days("2010-04-06", None)}, ["since_1994", "early_2009_to_2011", "met", "in_2011"]),
        ({"overlaps": days(None, "2008-06-30")}, ["since_1994", "in_2008"]),
        ({"overlaps": days("2008-07-01", "2009-01-01")}, ["since_1994", "early_2009_to_2011"]),
        ({"overlaps": days(None, "1993-12-31")}, []),
        ({"overlaps": {}}, ALL[:-1]),
        ({"within": days("2008-01-01", "2011-12-31")}, ["in_2008", "early_2009_to_2011", "met", "in_2011"]),
        ({"within": days("1994-01-01", None)}, ALL[:-1]),
        ({"within": days(None, "2011-02-27")}, ["in_2008", "met"]),
        ({"startsIn": days("2009-03-31", "2010-04-06")}, ["early_2009_to_2011", "met"]),
        ({"startsIn": days("1994-12-31", "1994-12-31")}, ["since_1994"]),
        ({"endsIn": days("2011-02-28", None)}, ["early_2009_to_2011", "in_2011"]),
        ({"endsIn": days(None, "2008-06-01")}, ["in_2008"]),
        ({"ongoingOn": "2010-04-06"}, ["since_1994", "early_2009_to_2011", "met"]),
        ({"ongoingOn": "2008-06-15"}, ["since_1994"]),
        ({"undated": True}, ["undated"]),
        ({"undated": False}, ALL[:-1]),
        ({"precisionAtLeast": "DAY"}, ["met"]),
        ({"precisionAtLeast": "MONTH"}, ["in_2008", "met"]),
        ({"precisionAtLeast": "UNKNOWN"}, ALL),
        ({"kind": "PHASE", "overlaps": days(None, "2000-01-01")}, ["since_1994"]),
        ({"or": [{"kind": "MEETING"}, {"undated": True}]}, ["met", "undated"]),
        ({"and": [{"kind": "PHASE"}, {"ongoingOn": "2008-01-01"}]}, ["since_1994"]),
        ({"not": {"kind": "PHASE"}}, ["in_2008", "met", "in_2011", "undated"]),
        ({"not": {"overlaps": days("2008-01-01", "2012-01-01")}}, ["undated"]),
    ],
)
def test_list_keeps_what_may_fulfil_every_wish(activities, wanted, where, keys):
    assert wanted(where) == keys


def test_organisation_is_found_where_the_language_version_names_it(wanted):
    rows = [
        ActivityOrganisation(organisation_key="ministry", asserted_by=["en"]),
        ActivityOrganisation(organisation_key="ttgv", role="participant"),
    ]
    make_activity("a", organisations=rows)

    found = {
        (locale, key, role): wanted({"organisation": {"key": key, **role_is(role)}}, locale=locale)
        for locale, key, role in [
            ("TR", "ttgv", None),
            ("TR", "ttgv", "ORGANISER"),
            ("EN", "ttgv", "PARTICIPANT"),
            ("TR", "ministry", None),
            ("EN", "ministry", "ORGANISER"),
        ]
    }

    assert list(found.values()) == [["a"], [], ["a"], [], ["a"]]


def role_is(role):
    return {"role": role} if role else {}


def make_document(language, **fields):
    file = ContentFile(b"a", name="a.pdf")
    return get_document_model().objects.create(title="a", language=language, file=file, file_size=1, **fields)


def test_document_is_found_by_the_languages_of_its_public_editions(wanted):
    turkish, other = make_document("tr"), make_document("tr")
    make_document("en", edition_of=turkish)
    private = Collection.get_first_root_node().add_child(name="private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    make_document("en", edition_of=other, collection=private)
    make_activity("both", "2009", documents=[ActivityDocument(document=turkish)])
    make_activity("one", "2010", documents=[ActivityDocument(document=other)])

    found = [wanted({"hasDocumentIn": language}) for language in ("TR", "EN")]

    assert found == [["both", "one"], ["both"]]


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ({"search": "ışık"}, ["a"]),
        ({"search": "ISIK toplantı"}, ["a"]),
        ({"search": "istanbul"}, ["a", "b"]),
        ({"place": "ISTANBUL"}, ["b"]),
        ({"place": "ankara"}, []),
        ({"search": "Light"}, []),
        ({"search": "100%"}, []),
    ],
)
def test_words_are_found_however_they_are_spelt(wanted, where, keys):
    make_text(make_activity("a", "2009", texts=("en",)), "tr", title="Işık toplantısı", summary="İstanbul’da")
    make_text(make_activity("b", "2010", texts=()), "tr", place="İstanbul")

    assert wanted(where) == keys


def test_list_comes_in_either_order_in_pages(activities, wanted, ask):
    first = ask(LIST, locale="TR", sort="DATE_DESC", first=4)["data"]["timelinesActivities"]

    rest = wanted(sort="DATE_DESC", first=4, after=first["pageInfo"]["endCursor"])

    assert [node["key"] for node in first["nodes"]] + rest == ALL[::-1]
    assert first["totalCount"] == len(ALL)


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (
            {"startsIn": days("2011-01-01", "2010-01-01")},
            "`from` of `startsIn` is later than `to`. Put the earlier day in `from`.",
        ),
        ({"search": "a" * 101}, "`search` has more than 100 characters. Give fewer words."),
        (
            {"not": {"not": {"not": {"not": {"undated": True}}}}},
            "`where` is nested deeper than 3 times. Ask in two steps.",
        ),
    ],
)
def test_impossible_wish_is_refused_with_what_to_do(bilingual_site, ask, where, message):
    answer = ask(LIST, locale="TR", where=where)

    assert [(each["message"], each["extensions"]["code"]) for each in answer["errors"]] == [
        (message, "BAD_USER_INPUT")
    ]


def test_columns_are_filled_for_what_was_there_before(activities):
    kept = list(Activity.objects.order_by("pk").values())
    words = list(ActivityText.objects.order_by("pk").values())
    Activity.objects.update(**columns_of(on("1900")))
    ActivityText.objects.update(folded_words="", folded_place="")

    import_module("plugins.timelines.migrations.0002_derived_columns").fill(apps, None)

    assert list(Activity.objects.order_by("pk").values()) == kept
    assert list(ActivityText.objects.order_by("pk").values()) == words
