import uuid

import pytest

from cms.models import ArticlePage
from cms.testing.factories import make_page
from cms.translation.fingerprints import fingerprint_of


def text(value, block_id=None):
    return {"type": "text", "value": value, "id": block_id or str(uuid.uuid4())}


@pytest.fixture
def page(bilingual_site):
    links = [
        {"type": "item", "value": {"text": "Site", "url": "https://example.org"}, "id": str(uuid.uuid4())}
    ]
    body = [text("<p>Bir</p>"), text("<p>İki</p>"), {"type": "links", "value": {"title": "", "items": links}}]
    return make_page(bilingual_site.turkish, title="Yazı", body=body)


def test_fingerprint_is_the_same_for_what_is_stored_and_what_is_in_a_revision(page):
    stored = ArticlePage.objects.get(pk=page.pk)

    assert fingerprint_of(stored) == fingerprint_of(page.latest_revision.as_object())


def test_fingerprint_survives_another_publication(page):
    before = fingerprint_of(page)

    page.save_revision().publish()

    assert fingerprint_of(ArticlePage.objects.get(pk=page.pk)) == before


def test_fingerprint_is_the_same_for_blocks_that_were_made_again(page):
    before = fingerprint_of(page)

    page.body = [text("<p>Bir</p>"), text("<p>İki</p>"), page.body.raw_data[2]]

    assert fingerprint_of(page) == before


def test_fingerprint_is_the_same_at_another_address(page):
    before = fingerprint_of(page)

    page.slug = "baska"

    assert fingerprint_of(page) == before


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Başka"},
        {"intro": "Giriş"},
        {"search_description": "Arama"},
        {"body": [text("<p>İki</p>"), text("<p>Bir</p>")]},
        {"body": [text('<p><a href="https://example.org/">Bir</a></p>')]},
    ],
)
def test_fingerprint_differs_when_the_content_does(page, change):
    before = fingerprint_of(page)

    for name, value in change.items():
        setattr(page, name, value)

    assert fingerprint_of(page) != before
