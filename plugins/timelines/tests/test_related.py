"""What activities are part of, what caused them, which consultation and which languages they belong to."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from ..forms import initial_of
from ..models import Activity, ActivityRelation
from ..models.relations import DEEPEST
from .making import make_activity, make_text
from .test_choosing import LIST
from .test_forms import form_of

pytestmark = pytest.mark.django_db

RELATIONS = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "training") {
  consultationKey relations { kind activity { key title } }
} }"""


def make_part(key, whole, kind="part_of", **facts):
    return make_activity(key, relations=[ActivityRelation(kind=kind, other=whole)], **facts)


@pytest.fixture
def keys_where(bilingual_site, ask):
    def keys(locale="TR", **where):
        answer = ask(LIST, where=where, locale=locale)
        return [node["key"] for node in answer["data"]["timelinesActivities"]["nodes"]]

    return keys


def test_relations_are_told_in_the_language_asked_for_and_only_to_public_ones(bilingual_site, ask):
    programme, secret = make_activity("programme", "2008"), make_activity("secret", live=False)
    cause = make_activity("decision", "2009")
    make_activity(
        "training",
        "2010",
        after=secret,
        consultation_key="draft_protocol",
        relations=[
            ActivityRelation(kind="part_of", other=programme),
            ActivityRelation(kind="caused_by", other=cause),
            ActivityRelation(kind="caused_by", other=secret),
        ],
    )

    told = ask(RELATIONS, locale="EN")["data"]["timelinesActivity"]

    assert told == {
        "consultationKey": "draft_protocol",
        "relations": [
            {"kind": "PART_OF", "activity": {"key": "programme", "title": "EN programme"}},
            {"kind": "CAUSED_BY", "activity": {"key": "decision", "title": "EN decision"}},
        ],
    }


def test_programme_finds_what_is_part_of_it_at_any_depth_but_not_through_what_is_hidden(keys_where):
    programme = make_activity("programme", "2008")
    project = make_part("project", programme, period="2009")
    make_part("meeting", project, period="2010")
    make_part("effect", programme, "caused_by", period="2011")

    found = keys_where(programme="programme")
    project.unpublish()

    assert [found, keys_where(programme="programme"), keys_where(programme="project")] == [
        ["project", "meeting"],
        [],
        [],
    ]


def test_consultation_finds_what_belongs_to_it(keys_where):
    make_activity("sent", consultation_key="draft_protocol")
    make_activity("other")

    assert keys_where(consultation="draft_protocol") == ["sent"]


@pytest.mark.parametrize(
    ("languages", "availability", "keys"),
    [
        (["EN"], "ALL", ["both"]),
        (["TR", "EN"], "ALL", ["both"]),
        (["TR", "EN"], "ANY", ["both", "drafted", "turkish"]),
        (["EN"], "NONE", ["drafted", "turkish"]),
    ],
)
def test_language_availability_looks_at_what_is_public_in_other_languages(
    keys_where, languages, availability, keys
):
    make_activity("both", "2008")
    make_text(make_activity("drafted", "2009", texts=("tr",)), "en", live=False)
    make_activity("turkish", "2010", texts=("tr",))

    wanted = {"languages": languages, "availability": availability}

    assert keys_where(languageAvailability=wanted) == keys


def test_no_language_is_refused_with_what_to_do(bilingual_site, ask):
    answer = ask(LIST, locale="TR", where={"languageAvailability": {"languages": []}})

    assert [error["message"] for error in answer["errors"]] == [
        "`languages` of `languageAvailability` is empty. Name at least one language."
    ]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("part_of", "It would be part of itself. Choose another whole, or none."),
        ("caused_by", "It would be a cause of itself. Choose another cause, or none."),
    ],
)
def test_circle_is_refused_in_the_form_and_when_a_draft_is_published(kind, message):
    first = make_activity("first")
    last = make_part("last", make_part("middle", first, kind), kind)
    typed = {
        "relations-TOTAL_FORMS": "1",
        "relations-0-kind": kind,
        "relations-0-other": str(last.pk),
    }

    with translation.override("en"):
        refused = {**form_of(first, key="first", **typed, **typed_of(first)).errors}
    first.relations = [ActivityRelation(kind=kind, other=last)]

    assert refused == {"__all__": [message]}
    with translation.override("en"), pytest.raises(ValidationError, match="of itself"):
        first.save()


def test_wholes_lie_within_each_other_only_so_deep():
    here = make_activity("a0")
    for number in range(1, DEEPEST + 1):
        here = make_part(f"a{number}", here)
    outermost = Activity.objects.get(key="a0")
    outermost.relations = [ActivityRelation(kind="part_of", other=make_activity("world"))]

    refusals = []
    for refused in (outermost.full_clean, lambda: make_part("too_deep", here)):
        with translation.override("en"), pytest.raises(ValidationError) as problem:
            refused()
        with translation.override("en"):
            refusals += problem.value.messages

    assert (
        refusals == ["More than 5 activities would lie one within the other. Choose a whole further out."] * 2
    )


def typed_of(activity):
    return {name: value for name, value in initial_of(activity.period, None).items() if value}
