"""What readers get, in both languages, at every state."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.api import global_id
from cms.testing.factories import make_page, translate

from ..models import ConsultationPage, RoleWording, Round
from .making import FUTURE, HISTORICAL, PAST, PRESENT, make_consultation, make_document, make_pages

LIST = """
query ($locale: LocaleCode!, $state: ConsultationStateCode, $first: Int = 10, $after: String) {
  consultationConsultations(locale: $locale, state: $state, first: $first, after: $after) {
    totalCount nodes { title } pageInfo { hasNextPage endCursor }
  }
}
"""
STATE = """
query ($locale: LocaleCode!, $key: String!) {
  consultationConsultation(locale: $locale, key: $key) {
    title state { code label } closesOn closesAt
    currentRound { number state { code } openingText closingText }
  }
}
"""
EVERYTHING = """
query ($locale: LocaleCode!) {
  consultationConsultations(locale: $locale, first: 10) {
    totalCount
    nodes {
      id key reference title path intro purpose recipients howToRespond timeZone serverTime
      kind { code label } participation { code label } state { code label }
      closesOn closesAt currentRound { closingText } rounds { number closesAt }
      authoritativeLanguage draftLanguages
      draft { number languages document { title notice availableIn { locale url size } } }
      earlierDrafts { number document { title } }
      roles { code label organisationKey name part } knownOnlyAs { text unknown { code } }
    }
  }
}
"""


def titles(answer: dict[str, Any]) -> list[str]:
    return [node["title"] for node in answer["data"]["consultationConsultations"]["nodes"]]


@pytest.fixture
def in_each_state(bilingual_site):
    for consultation in (
        make_consultation("past", PAST),
        make_consultation("present", PRESENT),
        make_consultation("future", FUTURE),
        make_consultation("record", known_only_as=HISTORICAL),
        make_consultation("draft"),
    ):
        make_pages(bilingual_site, consultation)


@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("SCHEDULED", ["future"]),
        ("OPEN", ["present"]),
        ("CLOSED", ["past"]),
        ("UNKNOWN", ["record"]),
        (None, ["present", "future", "past", "record"]),
    ],
)
@pytest.mark.parametrize("locale", ["TR", "EN"])
def test_list_holds_the_consultations_in_a_state_in_one_language(in_each_state, ask, locale, state, keys):
    answer = ask(LIST, locale=locale, state=state)

    assert titles(answer) == [f"{locale} {key}" for key in keys]
    assert answer["data"]["consultationConsultations"]["totalCount"] == len(keys)


def test_draft_is_no_state_that_can_be_asked_for(in_each_state, ask):
    answer = ask(LIST, locale="TR", state="DRAFT")

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["BAD_USER_INPUT"]


def test_list_goes_on_behind_a_cursor(in_each_state, ask):
    first = ask(LIST, locale="TR", first=3)
    page_info = first["data"]["consultationConsultations"]["pageInfo"]
    second = ask(LIST, locale="TR", first=3, after=page_info["endCursor"])

    assert page_info["hasNextPage"]
    assert titles(first) + titles(second) == ["TR present", "TR future", "TR past", "TR record"]


@pytest.mark.parametrize(
    ("locale", "states"),
    [
        ("TR", ["Görüşe açık", "Yakında", "Değerlendiriliyor", "Yalnızca görüşe gönderildiği biliniyor"]),
        ("EN", ["Open for opinions", "Forthcoming", "Being assessed", "Known only as sent for opinions"]),
    ],
)
def test_state_has_a_label_in_the_language_of_the_page(in_each_state, ask, locale, states):
    query = f"{{ consultationConsultations(locale: {locale}) {{ nodes {{ state {{ code label }} }} }} }}"

    nodes = ask(query)["data"]["consultationConsultations"]["nodes"]

    assert [node["state"]["label"] for node in nodes] == states
    assert [node["state"]["code"] for node in nodes] == ["OPEN", "SCHEDULED", "CLOSED", "UNKNOWN"]


def test_open_round_tells_its_dates_in_each_language(in_each_state, ask):
    turkish, english = (
        ask(STATE, locale=locale, key="present")["data"]["consultationConsultation"]
        for locale in ("TR", "EN")
    )

    assert turkish["closesOn"] == english["closesOn"] == "2190-11-30"
    assert turkish["closesAt"] == english["closesAt"] == "2190-11-30T21:00:00+00:00"
    assert turkish["currentRound"] == {
        "number": 1,
        "state": {"code": "OPEN"},
        "openingText": "İlk gün: 3 Mayıs 2010 Pazartesi (Türkiye saati)",
        "closingText": "Son gün: 30 Kasım 2190 Salı 23.59 (Türkiye saati)",
    }
    assert english["currentRound"] == {
        "number": 1,
        "state": {"code": "OPEN"},
        "openingText": "Opens: Monday 3 May 2010 (Istanbul time, UTC+3)",
        "closingText": "Closes: Tuesday 30 November 2190, 23:59 (Istanbul time, UTC+3)",
    }


def test_record_without_rounds_has_no_dates(in_each_state, ask):
    answer = ask(STATE, locale="EN", key="record")["data"]["consultationConsultation"]

    assert (answer["closesOn"], answer["closesAt"], answer["currentRound"]) == (None, None, None)


def test_state_is_that_of_the_server_time_in_the_same_answer(bilingual_site, ask, monkeypatch):
    consultation = make_consultation("today")
    consultation.rounds = [
        Round(opens_on=date(2026, 5, 4), closes_on=date(2026, 5, 4), closes_time=time(17)),
    ]
    consultation.save()
    make_pages(bilingual_site, consultation)
    query = '{ consultationConsultation(locale: EN, key: "today") { serverTime state { code } } }'

    def answered_at(instant: str) -> dict[str, Any]:
        monkeypatch.setattr("django.utils.timezone.now", lambda: datetime.fromisoformat(instant))
        return ask(query)["data"]["consultationConsultation"]

    assert [answered_at("2026-05-04T13:59:59+00:00"), answered_at("2026-05-04T14:00:00+00:00")] == [
        {"serverTime": "2026-05-04T13:59:59+00:00", "state": {"code": "OPEN"}},
        {"serverTime": "2026-05-04T14:00:00+00:00", "state": {"code": "CLOSED"}},
    ]


@pytest.mark.parametrize("locale", ["TR", "EN"])
def test_consultation_is_found_by_key_slug_and_the_id_of_either_version(bilingual_site, ask, locale):
    pages = make_pages(bilingual_site, make_consultation("protocol", PAST))
    query = """
    query ($locale: LocaleCode!, $key: String, $id: ID, $slug: String) {
      consultationConsultation(locale: $locale, key: $key, id: $id, slug: $slug) { title }
    }
    """
    ids = [{"id": global_id(page)} for page in pages]

    names = [{"key": "protocol"}, {"slug": f"{locale.lower()}-protocol"}, *ids]
    found = [ask(query, locale=locale, **name)["data"]["consultationConsultation"]["title"] for name in names]

    assert found == [f"{locale} protocol"] * 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "Give exactly one of `key`, `id` and `slug`."),
        ('key: "a", slug: "b"', "Give exactly one of `key`, `id` and `slug`."),
        ('id: "x"', "`id` 'x' is not an id of this API."),
        (
            'id: "Y21zLmFydGljbGVwYWdlOjE="',
            "`id` 'Y21zLmFydGljbGVwYWdlOjE=' is not the id of a consultation’s page.",
        ),
    ],
)
def test_wrong_name_of_a_consultation_is_refused_with_what_to_do(bilingual_site, ask, arguments, message):
    answer = ask(f"{{ consultationConsultation(locale: TR, {arguments}) {{ id }} }}")

    assert answer["data"] == {"consultationConsultation": None}
    assert [(error["message"], error["extensions"]["code"]) for error in answer["errors"]] == [
        (message, "BAD_USER_INPUT")
    ]


def test_slug_of_several_pages_is_refused(bilingual_site, ask):
    for key in ("one", "two"):
        section = make_page(bilingual_site.turkish, title=f"Bölüm {key}")
        page = make_page(bilingual_site.turkish, ConsultationPage, consultation=make_consultation(key, PAST))
        page.move(section, pos="last-child")
        ConsultationPage.objects.filter(pk=page.pk).update(slug="sayfa")

    answer = ask('{ consultationConsultation(locale: TR, slug: "sayfa") { id } }')

    assert answer["errors"][0]["message"] == "Several pages have this slug. Ask by `key` or `id`."


def test_draft_says_which_languages_it_exists_in(bilingual_site, ask):
    only_turkish = make_document("Taslak 2")
    both = make_document("Taslak 1")
    make_document("Draft 1", language="en", edition_of=both)
    make_pages(bilingual_site, make_consultation("protocol", PAST, documents=[both, only_turkish]))
    query = """
    { consultationConsultation(locale: EN, key: "protocol") {
        authoritativeLanguage draftLanguages
        draft { number languages document { title notice } }
        earlierDrafts { number languages document { title notice } }
    } }
    """

    answer = ask(query)["data"]["consultationConsultation"]

    assert answer == {
        "authoritativeLanguage": "TR",
        "draftLanguages": ["TR"],
        "draft": {
            "number": 2,
            "languages": ["TR"],
            "document": {"title": "Taslak 2", "notice": "Available in Turkish only"},
        },
        "earlierDrafts": [
            {"number": 1, "languages": ["EN", "TR"], "document": {"title": "Draft 1", "notice": None}}
        ],
    }


def test_roles_are_the_same_in_every_language_and_their_words_are_not(bilingual_site, ask):
    consultation = make_consultation("protocol", PAST, roles=[("initiator", "ministry"), ("drafter", "")])
    words = [RoleWording(role="initiator", name="Bakanlık", part="gözetim")]
    turkish = make_page(
        bilingual_site.turkish, ConsultationPage, consultation=consultation, role_wordings=words
    )
    translate(turkish, role_wordings=[RoleWording(role="initiator", name="Ministry", part="coordination")])
    query = """
    query ($locale: LocaleCode!) { consultationConsultation(locale: $locale, key: "protocol") {
        roles { code label organisationKey name part }
    } }
    """

    answers = [
        ask(query, locale=locale)["data"]["consultationConsultation"]["roles"] for locale in ("TR", "EN")
    ]

    assert [[tuple(role.values()) for role in roles] for roles in answers] == [
        [
            ("INITIATOR", "Görüş isteyen", "ministry", "Bakanlık", "gözetim"),
            ("DRAFTER", "Taslağı hazırlayan", None, None, None),
        ],
        [
            ("INITIATOR", "Initiator", "ministry", "Ministry", "coordination"),
            ("DRAFTER", "Drafter", None, None, None),
        ],
    ]


def make_numbered(site, numbers: range) -> None:
    for number in numbers:
        document = make_document(f"Taslak {number}")
        make_document(f"Draft {number}", language="en", edition_of=document)
        drafts, roles = [document, document], [("initiator", "ministry")]
        consultation = make_consultation(f"number-{number}", PAST, PRESENT, documents=drafts, roles=roles)
        words = [RoleWording(role="initiator", name="Bakanlık")]
        make_page(site.turkish, ConsultationPage, consultation=consultation, role_wordings=words)


def test_list_costs_the_same_for_one_and_for_ten(bilingual_site, ask):
    make_numbered(bilingual_site, range(1))
    ask(EVERYTHING, locale="TR")  # fills the caches of site roots and content types
    with CaptureQueriesContext(connection) as for_one:
        ask(EVERYTHING, locale="TR")
    make_numbered(bilingual_site, range(1, 10))

    with CaptureQueriesContext(connection) as for_ten:
        answer = ask(EVERYTHING, locale="TR")["data"]["consultationConsultations"]

    assert answer["totalCount"] == len(answer["nodes"]) == 10
    assert [len(node["earlierDrafts"]) for node in answer["nodes"]] == [1] * 10
    assert len(for_ten) == len(for_one)
