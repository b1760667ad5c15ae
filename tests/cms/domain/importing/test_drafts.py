"""What was read becomes a draft: in the tree, and nowhere that readers look."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from cms.domain.importing.drafts import draft_from
from cms.domain.importing.plain_text import read_plain_text
from cms.models import ArticlePage, HomePage, SectionPage

TEXT = "Göl kıyısı\n\nBir.\n\n- iki\n- üç\n\n## Bölüm\n\n## Daha\n\nSon."


def test_draft_holds_headings_and_the_text_between_them(bilingual_site):
    page = draft_from(read_plain_text(TEXT), parent=bilingual_site.turkish, model=ArticlePage)

    stored = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [(block.block_type, str(block.value)) for block in stored.body if block.block_type == "text"] == [
        ("text", "<p>Bir.</p><ul><li>iki</li><li>üç</li></ul>"),
        ("text", "<p>Son.</p>"),
    ]
    assert [
        (block.value["text"], block.value["level"]) for block in stored.body if block.block_type == "heading"
    ] == [("Bölüm", "2"), ("Daha", "2")]


@pytest.mark.parametrize("model", [ArticlePage, SectionPage])
def test_draft_is_not_published(bilingual_site, model):
    page = draft_from(read_plain_text(TEXT), parent=bilingual_site.turkish, model=model)

    page = Page.objects.get(pk=page.pk)
    assert (page.live, page.first_published_at, page.has_unpublished_changes) == (False, None, True)
    assert (page.title, page.slug, page.locale.language_code) == ("Göl kıyısı", "gol-kiyisi", "tr")


def test_second_draft_of_one_title_has_an_address_of_its_own(bilingual_site):
    pages = [
        draft_from(read_plain_text(TEXT), parent=bilingual_site.turkish, model=ArticlePage) for _ in range(2)
    ]

    assert [page.slug for page in pages] == ["gol-kiyisi", "gol-kiyisi-2"]


def test_type_that_cannot_be_there_is_refused(bilingual_site):
    with pytest.raises(ValidationError) as refusal:
        draft_from(read_plain_text(TEXT), parent=bilingual_site.turkish, model=HomePage)

    assert refusal.value.code == "type_not_allowed"
    assert not Page.objects.filter(title="Göl kıyısı").exists()


def test_title_that_is_too_long_is_refused_and_nothing_is_written(bilingual_site):
    source = read_plain_text("# " + "uzun " * 60)
    before = Page.objects.count()

    with pytest.raises(ValidationError):
        draft_from(
            type(source)("uzun " * 60, source.passages, ()), parent=bilingual_site.turkish, model=ArticlePage
        )

    assert Page.objects.count() == before
