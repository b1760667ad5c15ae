"""The plugin's pages in the admin, as an editor meets them."""

import re

import pytest
from django.urls import reverse

from ..fuzzy import Part
from ..models import Activity
from .making import make_activity, on
from .test_forms import EMPTY


@pytest.fixture
def editor(admin_client, bilingual_site):
    """An editor whose browser asks for English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def words_of(response):
    return " ".join(re.sub("<[^>]+>", " ", response.content.decode()).split())


def test_list_tells_dates_in_both_languages_as_the_draft_has_them(editor):
    make_activity("start", "2009")
    drafted = make_activity("drafted", "2010")
    drafted.period = on("2010", Part.LATE)
    drafted.save_revision()

    shown = words_of(editor.get(reverse("wagtailsnippets_timelines_activity:list")))

    told = ["TR start", "2009 2009", "TR drafted", "2010 sonları late 2010"]
    assert [text in shown for text in told] == [True] * 4


def test_editor_makes_an_activity_and_is_told_what_is_wrong(editor):
    address = reverse("wagtailsnippets_timelines_activity:add")
    typed = {**EMPTY, "start": "2009", "start_part": "LATE", "action-publish": "1"}

    refused = words_of(editor.post(address, {**typed, "start": "late 2009"}))
    editor.post(address, typed)

    assert "“late 2009” is not an EDTF date. Write it like 2010-04-06" in refused
    assert [(each.key, each.period, each.live) for each in Activity.objects.all()] == [
        ("a", on("2009", Part.LATE), True)
    ]


def test_form_shows_the_date_that_is_stored(editor):
    activity = make_activity("a", on("2009", Part.LATE))

    form = editor.get(reverse("wagtailsnippets_timelines_activity:edit", args=[activity.pk])).context["form"]

    assert [form[name].value() for name in ("start", "start_part", "end_state")] == ["2009", "LATE", "NONE"]


def test_revisions_can_be_compared_and_restored(editor):
    activity = make_activity("a", "2009")
    first = activity.save_revision()
    activity.period = on("2010")
    activity.save_revision()
    compare = reverse(
        "wagtailsnippets_timelines_activity:revisions_compare", args=[activity.pk, "earliest", "latest"]
    )
    revert = reverse("wagtailsnippets_timelines_activity:revisions_revert", args=[activity.pk, first.pk])

    shown = editor.get(revert).context["form"]["start"].value()

    assert [editor.get(compare).status_code, shown] == [200, "2009"]


def test_texts_are_listed_and_edited_by_language(editor):
    text = make_activity("a").texts.get(locale__language_code="en")

    shown = words_of(editor.get(reverse("wagtailsnippets_timelines_activitytext:list"), {"locale": "en"}))
    form = editor.get(reverse("wagtailsnippets_timelines_activitytext:edit", args=[text.pk])).context["form"]

    assert ["EN a" in shown, "TR a </a>" in shown] == [True, False]
    assert form["title"].value() == "EN a"


LABELS = "/admin/snippets/timelines/activity/labels/"


@pytest.mark.parametrize(
    ("typed", "labels", "errors"),
    [
        ({"start": "2009", "start_part": "LATE"}, ["2009 sonları", "late 2009"], []),
        ({"start": "2010", "temporal_mode": "SPAN"}, ["2010 yılı boyunca", "throughout 2010"], []),
        ({}, ["tarihi bilinmiyor", "date unknown"], []),
        (
            {"start": "2011", "end": "2008", "end_state": "KNOWN", "temporal_mode": "SPAN"},
            [],
            ["The period ends (2008) before it begins (2011). Put the earlier date first."],
        ),
    ],
)
def test_preview_tells_a_date_in_both_languages_or_what_is_wrong(editor, typed, labels, errors):
    told = editor.get(LABELS, typed).json()

    assert [[each["label"] for each in told["labels"]], told["errors"]] == [labels, errors]


def test_preview_is_for_editors(client, bilingual_site):
    assert client.get(LABELS).status_code == 302


def test_chooser_finds_an_activity_by_its_key_and_title(editor):
    make_activity("programme_start", "2008-06")
    make_activity("other", "2009")

    found = {
        words: words_of(
            editor.get(reverse("wagtailsnippetchoosers_timelines_activity:choose_results"), {"q": words})
        )
        for words in ("programme", "TR other")
    }

    assert ["TR programme_start" in found["programme"], "TR other" in found["programme"]] == [True, False]
    assert "TR other" in found["TR other"]
