"""What search engines are told: an event only where it was one, and never more than is known."""

import json

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from cms.testing.factories import make_page

from ..fuzzy import FuzzyDate, Part, Period
from ..models import ActivityDocument
from ..structured import coverage
from .making import make_activity, make_text, on, planned

JSON_LD = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "a") { jsonLd } }"""
CONTEXT = {"@context": "https://schema.org", "identifier": "a", "inLanguage": "tr"}


@pytest.fixture
def told(bilingual_site, ask):
    return lambda: json.loads(ask(JSON_LD, locale="TR")["data"]["timelinesActivity"]["jsonLd"])


def test_meeting_known_to_the_day_is_an_event(bilingual_site, told):
    page = make_page(bilingual_site.turkish, title="Yazı")
    activity = make_activity("a", on("2010-04-06"), kind="meeting", texts=(), page=page)
    make_text(activity, "tr", title="Çalıştay", summary="Özet", place="Ankara", organiser="TTGV")

    assert told() == {
        **CONTEXT,
        "@type": "Event",
        "name": "Çalıştay",
        "description": "Özet",
        "url": "http://localhost/tr/yazi/",
        "startDate": "2010-04-06",
        "endDate": "2010-04-06",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": "Ankara"},
        "organizer": {"@type": "Organization", "name": "TTGV"},
    }


@pytest.mark.parametrize(
    ("kind", "period", "expected"),
    [
        ("meeting", on("2010-04"), {"@type": "CreativeWork", "temporalCoverage": "2010-04"}),
        ("meeting", on("2010-04-06~"), {"@type": "CreativeWork", "temporalCoverage": "2010-04-06"}),
        ("decision", on("2010-04-06"), {"@type": "CreativeWork", "temporalCoverage": "2010-04-06"}),
        ("project", Period.since(FuzzyDate("1994")), {"@type": "Project", "temporalCoverage": "1994/.."}),
        (
            "meeting",
            planned("2011-05-01"),
            {"@type": "Event", "startDate": "2011-05-01", "endDate": "2011-05-01"},
        ),
        ("phase", on(""), {"@type": "CreativeWork"}),
    ],
)
def test_everything_else_covers_a_time(told, kind, period, expected):
    make_activity("a", period, kind=kind)

    assert told() == {**CONTEXT, "name": "TR a", **expected}


@pytest.mark.parametrize(
    ("period", "covered"),
    [
        (Period.between(FuzzyDate("2008-06"), FuzzyDate("2011?")), "2008-06/2011"),
        (on("2009", Part.LATE), "2009-10-01/2009-12-31"),
        (on("198X"), "1980-01-01/1989-12-31"),
        (Period.until(FuzzyDate("2011")), "../2011"),
        (Period.begun(FuzzyDate("1994")), "1994-01-01/.."),
        (on("[..2010]"), "../2010-12-31"),
    ],
)
def test_coverage_is_plain_iso_8601(period, covered):
    assert coverage(period) == covered


def test_documents_name_their_languages_and_translations(told):
    documents = get_document_model().objects
    turkish, english = (
        documents.create(
            title=title, language=language, file=ContentFile(b"a", name=f"{language}.pdf"), file_size=1
        )
        for language, title in (("tr", "Sunum"), ("en", "Slides"))
    )
    documents.filter(pk=english.pk).update(edition_of=turkish)
    make_activity("a", documents=[ActivityDocument(document=turkish)])

    (document,) = told()["subjectOf"]

    (translation,) = document.pop("workTranslation")
    assert [document["name"], document["inLanguage"]] == ["Sunum", "tr"]
    assert [translation["name"], translation["inLanguage"]] == ["Slides", "en"]
    assert document["url"].startswith("http://localhost:8000/documents/")


def test_markup_in_a_title_cannot_leave_the_script(bilingual_site, ask):
    make_text(make_activity("a", texts=()), "tr", title="</script><b>")

    told = ask(JSON_LD, locale="TR")["data"]["timelinesActivity"]["jsonLd"]

    assert "<" not in told
    assert json.loads(told)["name"] == "</script><b>"
