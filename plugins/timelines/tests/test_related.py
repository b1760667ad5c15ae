"""What activities are part of, what caused them, which consultation and which languages they belong to."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.testing.factories import make_page

from ..forms import initial_of
from ..models import Activity, ActivityRelation
from ..models.relations import DEEPEST
from .making import make_activity, make_text
from .test_choosing import LIST
from .test_forms import form_of

pytestmark = pytest.mark.django_db

RELATIONS = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "training") {
  relations { kind activity { key title } }
} }"""

CONSULTATION = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "sent") {
  consultationKey consultationTitle
} }"""


def make_part(key, whole, kind="part_of", **facts):
    return make_activity(key, relations=[ActivityRelation(kind=kind, other=whole)], **facts)


@pytest.fixture
def keys_where(bilingual_site, ask):
    def keys(locale="TR", **where):
        answer = ask(LIST, where=where, locale=locale)
        return [node["key"] for node in answer["data"]["timelinesActivities"]["nodes"]]

    return keys


@pytest.fixture
def consult(bilingual_site):
    """Return what makes a consultation with a public Turkish page."""

    def made(key):
        record = apps.get_model("consultation", "Consultation")(key=key, known_only_as="sent_for_opinions")
        record.save()
        page = apps.get_model("consultation", "ConsultationPage")
        return make_page(bilingual_site.turkish, page, title=f"TR {key}", slug=key, consultation=record)

    return made


def test_relations_are_told_in_the_language_asked_for_and_only_to_public_ones(bilingual_site, ask):
    programme, secret = make_activity("programme", "2008"), make_activity("secret", live=False)
    cause = make_activity("decision", "2009")
    make_activity(
        "training",
        "2010",
        after=secret,
        relations=[
            ActivityRelation(kind="part_of", other=programme),
            ActivityRelation(kind="caused_by", other=cause),
            ActivityRelation(kind="caused_by", other=secret),
        ],
    )

    told = ask(RELATIONS, locale="EN")["data"]["timelinesActivity"]

    assert told == {
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


def test_consultation_is_named_and_found_only_where_it_is_public(keys_where, consult, ask):
    page = consult("draft_protocol")
    make_activity("sent", consultation_key="draft_protocol")
    make_activity("other")

    def seen(locale):
        answer = ask(CONSULTATION, locale=locale)["data"]["timelinesActivity"]
        return [*answer.values(), keys_where(locale, consultation="draft_protocol")]

    public = [seen("TR"), seen("EN")]
    page.unpublish()

    assert public == [["draft_protocol", "TR draft_protocol", ["sent"]], [None, None, []]]
    assert seen("TR") == [None, None, []]


def test_without_the_consultation_plugin_keys_remain(keys_where, ask):
    make_activity("sent", consultation_key="draft_protocol")
    apps.get_app_config("consultation").enabled = False
    try:
        told = ask(CONSULTATION, locale="EN")["data"]["timelinesActivity"]
        found = keys_where(consultation="draft_protocol")
    finally:
        apps.get_app_config("consultation").enabled = True

    assert [*told.values(), found] == ["draft_protocol", None, ["sent"]]


@pytest.mark.parametrize("how_many", [1, 10])
def test_consultations_of_many_are_named_at_the_same_cost(consult, ask, django_assert_num_queries, how_many):
    for number in range(how_many):
        consult(f"c{number}")
        make_activity(f"a{number}", consultation_key=f"c{number}")
    listed = "{ timelinesActivities(locale: TR) { nodes { consultationKey consultationTitle } } }"
    ask(listed)

    with django_assert_num_queries(6):
        ask(listed)


def test_key_that_no_consultation_has_is_refused_when_it_is_typed(consult):
    consult("known")
    old = make_activity("old", consultation_key="gone")

    with translation.override("en"):
        typed = {
            key: form_of(old, key="old", consultation_key=key).errors for key in ("gone", "known", "typo")
        }

    refusal = "No consultation has this key. Take one from the list of consultations, or none."
    assert [dict(errors) for errors in typed.values()] == [{}, {}, {"consultation_key": [refusal]}]


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
