"""What readers get of drafts: versions, languages, provisions, differences; and nothing before its time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from ..draft_room.publishing import publish
from ..draft_room.storing import confirm_links, store_provisions, store_translation
from ..drafts.recognising import Line, recognise
from ..drafts.vocabulary import Basis
from ..models import DraftRendition, DraftVersion
from .making import PRESENT, make_consultation, make_document, make_pages

FIRST = {
    "tr": "Amaç\nMADDE 1 – (1) Amaç iş birliğidir.\nKurul\nMADDE 2 – (1) Kurul yılda iki kez toplanır.",
    "en": "Article 1 – Purpose\n(1) The purpose is to co-operate.\nArticle 2 – Board\n(1) It meets twice.",
}
SECOND = {
    "tr": FIRST["tr"]
    .replace("iki", "dört")
    .replace("Kurul\nMADDE 2", "Süre\nMADDE 2 – Üç yıldır.\nKurul\nMADDE 3"),
    "en": "Article 1 – Purpose\n(1) The purpose is to co-operate.\nArticle 2 – Term\nArticle 3 – Board",
}
TEXT = """
query ($locale: LocaleCode!, $language: LocaleCode) {
  consultationConsultation(locale: $locale, key: "protocol") {
    draftVersions {
      number state { code } changeNote
      renditions { language isAuthoritative basis { code label } document { title } }
      provisions {
        key parentKey printedNumber kind { label } texts(language: $language) { language heading text }
      }
    }
  }
}
"""
DIFF = """
query ($language: LocaleCode!, $from: Int!, $to: Int!) {
  consultationProvisionDiff(key: "protocol", language: $language, from: $from, to: $to) {
    earlier { number } later { number }
    changes {
      relation { code label } isMoved earlier { key printedNumber } later { key printedNumber }
      text { change text }
    }
  }
}
"""


def found_in(text):
    return recognise(Line(line) for line in text.splitlines())


def put(consultation, number, texts, *, is_published=True, document=None):
    version = DraftVersion.objects.create(
        consultation=consultation, number=number, change_note="" if number == 1 else "Değişti."
    )
    DraftRendition.objects.create(version=version, language="tr", is_authoritative=True)
    DraftRendition.objects.create(version=version, language="en", basis=Basis.COURTESY, document=document)
    store_provisions(version, found_in(texts["tr"]))
    store_translation(version, found_in(texts["en"]), language="en")
    confirm_links(version)
    return publish(version) if is_published else version


@pytest.fixture
def consultation(bilingual_site):
    consultation = make_consultation("protocol", PRESENT)
    make_pages(bilingual_site, consultation)
    return consultation


def versions(answer):
    return answer["data"]["consultationConsultation"]["draftVersions"]


def test_draft_is_read_with_its_languages_and_provisions(consultation, ask):
    put(consultation, 1, FIRST)

    (version,) = versions(ask(TEXT, locale="EN", language="EN"))

    assert version["renditions"] == [
        {
            "language": "TR",
            "isAuthoritative": True,
            "basis": {"code": "ORIGINAL", "label": "Original text"},
            "document": None,
        },
        {
            "language": "EN",
            "isAuthoritative": False,
            "basis": {"code": "COURTESY", "label": "Courtesy translation"},
            "document": None,
        },
    ]
    assert [(p["key"], p["parentKey"], p["printedNumber"]) for p in version["provisions"]] == [
        ("madde-1", None, "MADDE 1"),
        ("madde-1-1", "madde-1", "(1)"),
        ("madde-2", None, "MADDE 2"),
        ("madde-2-1", "madde-2", "(1)"),
    ]
    assert version["provisions"][3]["texts"] == [
        {"language": "EN", "heading": None, "text": "It meets twice."}
    ]


def test_version_that_is_being_prepared_is_not_there(consultation, ask):
    put(consultation, 1, FIRST)
    put(consultation, 2, SECOND, is_published=False)

    assert [version["number"] for version in versions(ask(TEXT, locale="TR"))] == [1]
    assert ask(DIFF, language="TR", **{"from": 1, "to": 2}) == {"data": {"consultationProvisionDiff": None}}


def test_language_whose_file_is_private_is_not_there_with_any_of_its_words(consultation, ask):
    private = Collection.get_first_root_node().add_child(name="Gizli")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    file = make_document("Draft", language="en", collection=private)
    put(consultation, 1, FIRST, document=file)
    put(consultation, 2, SECOND, document=file)

    answer = ask(TEXT, locale="TR")

    assert [rendition["language"] for rendition in versions(answer)[0]["renditions"]] == ["TR"]
    assert "purpose" not in str(answer)
    assert ask(DIFF, language="EN", **{"from": 1, "to": 2}) == {"data": {"consultationProvisionDiff": None}}


def test_draft_of_a_private_page_is_found_by_no_path(consultation, ask):
    put(consultation, 1, FIRST)
    put(consultation, 2, SECOND)
    for page in consultation.pages.all():
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert ask(TEXT, locale="TR") == {"data": {"consultationConsultation": None}}
    assert ask(DIFF, language="TR", **{"from": 1, "to": 2}) == {"data": {"consultationProvisionDiff": None}}


def test_difference_tells_what_became_of_each_provision(consultation, ask):
    put(consultation, 1, FIRST)
    put(consultation, 2, SECOND)

    diff = ask(DIFF, language="TR", **{"from": 1, "to": 2})["data"]["consultationProvisionDiff"]

    ends = [
        (c["relation"]["code"], (c["earlier"] or {}).get("printedNumber"), (c["later"] or {}).get("key"))
        for c in diff["changes"]
    ]
    assert ends == [
        ("SAME", "MADDE 1", "madde-1"),
        ("SAME", "(1)", "madde-1-1"),
        ("ADDED", None, "madde-2-2"),
        ("MODIFIED", "MADDE 2", "madde-2"),
        ("MODIFIED", "(1)", "madde-2-1"),
    ]
    assert diff["changes"][4]["text"] == [
        {"change": "KEPT", "text": "Kurul yılda "},
        {"change": "REMOVED", "text": "iki"},
        {"change": "ADDED", "text": "dört"},
        {"change": "KEPT", "text": " kez toplanır."},
    ]
    assert diff["changes"][2]["relation"]["label"] == "Eklendi"


def test_difference_the_wrong_way_round_is_refused_with_what_to_do(consultation, ask):
    answer = ask(DIFF, language="TR", **{"from": 2, "to": 1})

    assert [error["message"] for error in answer["errors"]] == ["Give `from` a smaller number than `to`."]


@pytest.mark.parametrize("articles", [1, 10, 100])
def test_draft_and_difference_cost_the_same_for_any_number_of_provisions(consultation, ask, articles):
    text = "\n".join(
        f"MADDE {n} – Metin sayısı {n} olan ve ötekilerden farklı {n * 7919} hüküm." for n in range(articles)
    )
    for number in (1, 2):
        put(consultation, number, {"tr": text, "en": text})
    ask(TEXT, locale="TR")

    with CaptureQueriesContext(connection) as reading:
        ask(TEXT, locale="TR")
    with CaptureQueriesContext(connection) as comparing:
        ask(DIFF, language="TR", **{"from": 1, "to": 2})

    assert (len(reading), len(comparing)) == (10, 13)
