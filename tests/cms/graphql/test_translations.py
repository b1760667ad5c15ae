"""What is told about the other language versions of a page."""

import pytest

from cms.models import LanguageVersion
from cms.testing.factories import make_page, translate

ASK = """query ($path: String!) { route(path: $path) { ... on RoutePage { page {
  translations { locale status completeness outdated outdatedSince origin url } } } } }"""


def told(answer):
    [translation] = answer["data"]["route"]["page"]["translations"]
    return translation


def test_a_translation_tells_what_is_recorded(bilingual_site, ask):
    original = make_page(bilingual_site.turkish, title="Yazı")
    english = translate(original, title="Article", slug="article")
    url = "http://localhost/en/article/"

    fresh = told(ask(ASK, path="/tr/yazi/"))
    original.title = "Yeni yazı"
    original.save_revision().publish()
    stale = told(ask(ASK, path="/tr/yazi/"))

    common = {"locale": "EN", "completeness": 100, "origin": "PERSON", "url": url}
    since = LanguageVersion.objects.get(page_id=english.pk).outdated_since.isoformat()
    assert fresh == {**common, "status": "IN_SYNC", "outdated": False, "outdatedSince": None}
    assert stale == {**common, "status": "OUTDATED", "outdated": True, "outdatedSince": since}
    assert told(ask(ASK, path="/en/article/"))["origin"] == "ORIGINAL"


@pytest.mark.parametrize("live", [None, False])
def test_of_a_version_that_is_not_public_nothing_is_told(bilingual_site, ask, live):
    original = make_page(bilingual_site.turkish, title="Yazı")
    if live is not None:
        translate(original, title="Draft", slug="draft", live=live)

    assert told(ask(ASK, path="/tr/yazi/")) == {
        "locale": "EN",
        "status": "NOT_TRANSLATED",
        "completeness": None,
        "outdated": False,
        "outdatedSince": None,
        "origin": None,
        "url": None,
    }
