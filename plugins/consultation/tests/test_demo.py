"""The consultations of the demonstration site."""

from typing import Any

import pytest
from django.core.management import call_command

from ..models import Consultation, ConsultationPage, Role, RoleWording, Round

RECORD = """
query ($locale: LocaleCode!) {
  consultationConsultation(locale: $locale, key: "draft_protocol") {
    title state { code label } purpose recipients howToRespond closesOn closesAt rounds { number }
    authoritativeLanguage
    draft { languages publishedOn document { notice availableIn { locale } } }
    roles { code organisationKey name part }
    knownOnlyAs { code sentOn recipientsCount responsesReceived text unknown { code } }
  }
}
"""
NEUTRAL = {
    "howToRespond": None,
    "closesOn": None,
    "closesAt": None,
    "rounds": [],
    "authoritativeLanguage": "TR",
}
ALL_UNKNOWN = [{"code": code} for code in ("SENT_ON", "CLOSES_ON", "RECIPIENTS", "RESPONSES", "OUTCOME")]


def role(code: str, key: str, name: str, part: str) -> dict[str, str]:
    return {"code": code, "organisationKey": key, "name": name, "part": part}


def draft(notice: str | None) -> dict[str, Any]:
    return {
        "languages": ["TR"],
        "publishedOn": None,
        "document": {"notice": notice, "availableIn": [{"locale": "TR"}]},
    }


def record(text: str) -> dict[str, Any]:
    return {
        "code": "SENT_FOR_OPINIONS",
        "sentOn": None,
        "recipientsCount": None,
        "responsesReceived": None,
        "text": text,
        "unknown": ALL_UNKNOWN,
    }


def test_acceptance_item_6_record_known_only_as_sent_for_opinions_in_turkish(demo_site, ask):
    answer = ask(RECORD, locale="TR")["data"]["consultationConsultation"]

    assert answer == {
        **NEUTRAL,
        "title": "Taslak protokol hakkında görüş alınması",
        "state": {"code": "UNKNOWN", "label": "Yalnızca görüşe gönderildiği biliniyor"},
        "purpose": "görüş almak",
        "recipients": "ilgili paydaşlar",
        "draft": draft(None),
        "roles": [
            role("INITIATOR", "min_industry", "Sanayi ve Ticaret Bakanlığı", "görüşe gönderen"),
            role("DRAFTER", "ttgv", "TTGV", "hazırlayan"),
            role("OVERSEER", "min_industry", "Sanayi ve Ticaret Bakanlığı", "gözetim"),
        ],
        "knownOnlyAs": record(
            "Geçmişe ait kayıt: yalnızca taslağın görüşe gönderildiği biliniyor. "
            "Gönderen: Sanayi ve Ticaret Bakanlığı. "
            "Bilinmeyenler: gönderim tarihi, son gün, alıcılar, gelen görüşler, sonuç."
        ),
    }


def test_acceptance_item_6_record_known_only_as_sent_for_opinions_in_english(demo_site, ask):
    answer = ask(RECORD, locale="EN")["data"]["consultationConsultation"]

    assert answer == {
        **NEUTRAL,
        "title": "Opinions on the draft protocol",
        "state": {"code": "UNKNOWN", "label": "Known only as sent for opinions"},
        "purpose": "to obtain comments and opinions",
        "recipients": "the stakeholders concerned",
        "draft": draft("Available in Turkish only"),
        "roles": [
            role(
                "INITIATOR",
                "min_industry",
                "Ministry of Industry and Trade",
                "sent the draft for comments and opinions",
            ),
            role("DRAFTER", "ttgv", "TTGV", "prepared the draft"),
            role("OVERSEER", "min_industry", "Ministry of Industry and Trade", "coordination"),
        ],
        "knownOnlyAs": record(
            "A historical record: all that is known is that the draft was sent for opinions. "
            "Sent by: Ministry of Industry and Trade. "
            "Not known: the date of sending, the closing date, the recipients, the replies, the outcome."
        ),
    }


@pytest.mark.parametrize("locale", ["TR", "EN"])
def test_demonstration_shows_an_open_a_closed_and_a_historical_consultation(demo_site, ask, locale):
    query = f"{{ consultationConsultations(locale: {locale}) {{ nodes {{ key state {{ code }} }} }} }}"

    nodes = ask(query)["data"]["consultationConsultations"]["nodes"]

    assert [(node["key"], node["state"]["code"]) for node in nodes] == [
        ("fact_sheet", "OPEN"),
        ("cooperation_protocol", "OPEN"),
        ("opinion_form", "CLOSED"),
        ("draft_protocol", "UNKNOWN"),
    ]


def test_seeding_again_changes_nothing_that_is_there(demo_site):
    Consultation.objects.filter(key="fact_sheet").update(reference="DEĞİŞTİ")
    before = rows()

    call_command("seed_demo", verbosity=0)

    assert rows() == before


def rows() -> list[list[Any]]:
    models = (Consultation, ConsultationPage, Role, RoleWording, Round)
    return [list(model.objects.order_by("pk").values()) for model in models]
