"""What frontends get: activities by date, in one language, and nothing that is not public."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from cms.testing.factories import make_page, translate

from ..fuzzy import Duration, FuzzyDate, Part, Period
from ..models import Activity, ActivityDocument, ActivityOrganisation, ActivityText, TimelinePage
from .making import chosen_for_page, make_activity, make_text, on, planned

LIST = """query ($locale: LocaleCode!, $first: Int, $after: String) {
  timelinesActivities(locale: $locale, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { key }
  }
}"""
WHOLE = """query ($locale: LocaleCode!, $key: String, $id: ID) {
  timelinesActivity(locale: $locale, key: $key, id: $id) {
    id key kind locale title summary place organiser participants assertedBy
    organisations { role organisationKey assertedBy } documents { title notice } page { title locale }
    after { key title } date { label } actualDate { label }
  }
}"""
DATE = """query ($locale: LocaleCode!, $form: TimelinesLabelForm, $other: LocaleCode, $elsewhere: Boolean) {
  timelinesActivity(locale: $locale, key: "a") { date {
    edtf earliest latest precision part mode qualifier certainty isPlannedAndPast asOf { label }
    label(form: $form, locale: $other, elsewhere: $elsewhere)
  } }
}"""


def keys_of(answer):
    return [node["key"] for node in answer["data"]["timelinesActivities"]["nodes"]]


def make_document(title):
    return get_document_model().objects.create(
        title=title, language="tr", file=ContentFile(b"a", name="a.pdf"), file_size=1
    )


BOTH = {"role": "PARTICIPANT", "organisationKey": "ttgv", "assertedBy": []}
TOLD = {
    "TR": {
        "key": "meeting",
        "kind": "MEETING",
        "locale": "TR",
        "title": "Toplantı",
        "summary": "",
        "place": "Bakanlık",
        "organiser": None,
        "participants": None,
        "assertedBy": ["TR", "EN"],
        "organisations": [BOTH],
        "documents": [{"title": "Sunum", "notice": None}],
        "page": {"title": "Sayfa", "locale": "TR"},
        "after": {"key": "before", "title": "TR before"},
        "date": {"label": "6 Nisan 2010"},
        "actualDate": None,
    },
    "EN": {
        "key": "meeting",
        "kind": "MEETING",
        "locale": "EN",
        "title": "Meeting",
        "summary": "They met.",
        "place": None,
        "organiser": "The ministry",
        "participants": None,
        "assertedBy": ["TR", "EN"],
        "organisations": [
            {"role": "ORGANISER", "organisationKey": "min_industry", "assertedBy": ["EN"]},
            BOTH,
        ],
        "documents": [{"title": "Sunum", "notice": "Available in Turkish only"}],
        "page": {"title": "Page", "locale": "EN"},
        "after": {"key": "before", "title": "EN before"},
        "date": {"label": "6 April 2010"},
        "actualDate": None,
    },
}


@pytest.fixture
def meeting(bilingual_site):
    """An activity with something in every field, differently in each language."""
    page = make_page(bilingual_site.turkish, title="Sayfa")
    translate(page, title="Page")
    activity = make_activity(
        "meeting",
        on("2010-04-06"),
        texts=(),
        kind="meeting",
        page=page,
        after=make_activity("before", "2009"),
        asserted_by=["tr", "en"],
        organisations=[
            ActivityOrganisation(organisation_key="min_industry", asserted_by=["en"]),
            ActivityOrganisation(organisation_key="ttgv", role="participant"),
        ],
        documents=[ActivityDocument(document=make_document("Sunum"))],
    )
    make_text(activity, "tr", title="Toplantı", place="Bakanlık")
    make_text(activity, "en", title="Meeting", summary="They met.", organiser="The ministry")


def test_activity_is_told_in_the_language_asked_for(meeting, ask):
    told = {
        code: ask(WHOLE, locale=code, key="meeting")["data"]["timelinesActivity"] for code in ("TR", "EN")
    }

    assert told["TR"].pop("id") == told["EN"].pop("id")
    assert told == TOLD


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (on("2009", Part.LATE), ["2009", "2009-10-01", "2009-12-31", "YEAR", "LATE", "POINT", "NONE"]),
        (on("2010%"), ["2010%", "2010-01-01", "2010-12-31", "YEAR", None, "POINT", "BOTH"]),
        (
            Period.throughout(FuzzyDate("2010")),
            ["2010", "2010-01-01", "2010-12-31", "YEAR", None, "SPAN", "NONE"],
        ),
        (Period.since(FuzzyDate("1994~")), ["1994~/..", "1994-01-01", None, "RANGE", None, "SPAN", "APPROX"]),
        (
            Period.between(FuzzyDate("2008-06?"), FuzzyDate("2011~")),
            ["2008-06?/2011~", "2008-06-01", "2011-12-31", "RANGE", None, "SPAN", "BOTH"],
        ),
        (on(""), [None, None, None, "UNKNOWN", None, "POINT", "NONE"]),
    ],
)
def test_date_says_what_is_known_and_no_more(bilingual_site, ask, period, expected):
    make_activity("a", period)

    date = ask(DATE, locale="TR")["data"]["timelinesActivity"]["date"]

    shown = ("edtf", "earliest", "latest", "precision", "part", "mode", "qualifier")
    assert [date[name] for name in shown] == expected


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ({"locale": "TR"}, "yaklaşık 30 yıldır"),
        ({"locale": "EN"}, "for about 30 years"),
        ({"locale": "TR", "other": "EN"}, "for about 30 years"),
        ({"locale": "EN", "form": "SHORT"}, "c. 30 years"),
        ({"locale": "EN", "elsewhere": True}, "since around 1980"),
    ],
)
def test_label_speaks_the_language_of_its_activity_unless_another_is_asked_for(
    bilingual_site, ask, asked, label
):
    make_activity("a", Period.lasting(Duration("P30Y", FuzzyDate("2010-12"), approximate=True)))

    date = ask(DATE, **{"form": "LABEL", "elsewhere": False, **asked})["data"]["timelinesActivity"]["date"]

    assert date["label"] == label
    assert date["asOf"] == {"label": {"TR": "Aralık 2010", "EN": "December 2010"}[asked["locale"]]}


def test_list_comes_in_pages(bilingual_site, ask):
    for year in ("2011", "2009", "2010"):
        make_activity(f"in_{year}", year)
    make_activity("behind", after=Activity.objects.get(key="in_2010"))

    first = ask(LIST, locale="EN", first=2)
    cursor = first["data"]["timelinesActivities"]["pageInfo"]["endCursor"]
    second = ask(LIST, locale="EN", first=2, after=cursor)

    counts = [answer["data"]["timelinesActivities"]["totalCount"] for answer in (first, second)]
    assert [keys_of(first), keys_of(second), counts] == [
        ["in_2009", "in_2010"],
        ["behind", "in_2011"],
        [4, 4],
    ]


@pytest.mark.parametrize(
    ("query", "variables", "message"),
    [
        (WHOLE, {}, "Give either `key` or `id`."),
        (WHOLE, {"id": "Y21zLmhvbWVwYWdlOjM="}, "`id` 'Y21zLmhvbWVwYWdlOjM=' is not the id of an activity."),
    ],
)
def test_bad_argument_is_refused_with_what_to_do(bilingual_site, ask, query, variables, message):
    answer = ask(query, locale="TR", **variables)

    assert [(error["message"], error["extensions"]["code"]) for error in answer["errors"]] == [
        (message, "BAD_USER_INPUT")
    ]


def hide_facts(activity):
    activity.unpublish()


def hide_words(activity):
    activity.texts.get(locale__language_code="en").unpublish()


def expire_facts(activity):
    Activity.objects.filter(pk=activity.pk).update(expire_at="2010-01-01T00:00:00Z")


def expire_words(activity):
    ActivityText.objects.filter(activity=activity).update(expire_at="2010-01-01T00:00:00Z")


def take_words_away(activity):
    activity.texts.get(locale__language_code="en").delete()


def switch_off(activity):
    apps.get_app_config("timelines").enabled = False


@pytest.fixture
def switched_on():
    yield
    apps.get_app_config("timelines").enabled = True


@pytest.mark.parametrize(
    "hide", [hide_facts, hide_words, expire_facts, expire_words, take_words_away, switch_off]
)
def test_what_is_not_public_leaves_no_trace(bilingual_site, ask, switched_on, hide):
    hidden = make_activity("hidden", "2009")
    make_activity("open", after=hidden, texts=("en",))
    ContentType.objects.clear_cache()

    hide(hidden)

    told = ask(WHOLE, locale="EN", key="open")["data"]["timelinesActivity"]
    shown = keys_of(ask(LIST, locale="EN"))
    assert ask(WHOLE, locale="EN", key="hidden")["data"] == {"timelinesActivity": None}
    assert [shown, told and told["after"]] == [[], None] if hide is switch_off else [["open"], None]


def test_draft_words_are_not_told(bilingual_site, ask):
    activity = make_activity("a", "2009")
    text = activity.texts.get(locale__language_code="en")

    text.title = "Secret"
    text.save_revision()

    assert ask(WHOLE, locale="EN", key="a")["data"]["timelinesActivity"]["title"] == "EN a"


def test_private_documents_and_drafts_of_pages_are_left_out(bilingual_site, ask):
    private = Collection.get_first_root_node().add_child(name="private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = make_document("Gizli")
    type(document).objects.filter(pk=document.pk).update(collection=private)
    page = make_page(bilingual_site.turkish, live=False)
    make_activity("a", page=page, documents=[ActivityDocument(document=document)])

    told = ask(WHOLE, locale="TR", key="a")["data"]["timelinesActivity"]

    assert [told["documents"], told["page"]] == [[], None]


EVERYTHING_OF_A_LIST = """{ timelinesActivities(locale: TR, first: 100) { totalCount nodes {
  jsonLd
  title date { label asOf { label } } after { title date { label } } organisations { organisationKey }
  documents { title notice } page { title path }
} } }"""


@pytest.mark.parametrize("how_many", [1, 10, 100])
def test_list_costs_the_same_however_long_it_is(bilingual_site, ask, django_assert_num_queries, how_many):
    page = make_page(bilingual_site.turkish)
    anchor = make_activity("anchor", "2009")
    for number in range(how_many):
        make_activity(
            f"a{number}",
            page=page,
            after=anchor,
            organisations=[ActivityOrganisation(organisation_key="ttgv")],
            documents=[ActivityDocument(document=make_document(f"{number}"))],
        )
    ask(EVERYTHING_OF_A_LIST)

    with django_assert_num_queries(15):
        answer = ask(EVERYTHING_OF_A_LIST)

    assert answer["data"]["timelinesActivities"]["totalCount"] == how_many + 1


PLAN = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "end") {
  title date { label isPlannedAndPast } actualDate { label }
} }"""


def test_planned_end_is_told_beside_what_became_of_it_without_rewriting_anything(bilingual_site, ask):
    """A plan that has gone by is flagged; a later fact settles it, and no page and no text is touched."""
    end = make_activity("end", planned("2011"))
    page = make_page(bilingual_site.turkish, TimelinePage, items=chosen_for_page(end))
    flagged = [ask(PLAN, locale=code)["data"]["timelinesActivity"] for code in ("TR", "EN")]

    end.actual_date = FuzzyDate("2012-03")
    end.save_revision().publish()

    settled = [ask(PLAN, locale=code)["data"]["timelinesActivity"] for code in ("TR", "EN")]
    plans = (("TR end", "2011 (planlanan)", "Mart 2012"), ("EN end", "2011 (planned)", "March 2012"))
    assert [flagged, settled] == [
        [
            {
                "title": title,
                "date": {"label": plan, "isPlannedAndPast": not fact},
                "actualDate": fact and {"label": label},
            }
            for title, plan, label in plans
        ]
        for fact in (None, True)
    ]
    assert [row.revisions.count() for row in end.texts.all()] == [0, 0]
    assert page.revisions.count() == 1
