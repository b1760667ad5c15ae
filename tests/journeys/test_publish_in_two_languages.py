"""From a Turkish draft to an English page: readers see each text when it is published, and not before."""

import pytest
from desk import Seat
from readers import Readers, Seen

from cms.models import ArticlePage
from cms.testing.factories import BilingualSite, make_page

pytestmark = pytest.mark.browser

TURKISH, ENGLISH = "/tr/temiz-uretim/", "/en/cleaner-production/"
UNTRANSLATED = {"EN": ("NOT_TRANSLATED", None)}
WORDS = {
    "Daha temiz üretim": "Cleaner production",
    "Kirlenmeden önce önlemek.": "Preventing before polluting.",
    "Neden şimdi?": "Why now?",
    "Çünkü ucuz.": "Because it is cheap.",
}


@pytest.fixture
def article(site: BilingualSite) -> ArticlePage:
    """A published Turkish article that nobody has translated."""
    return make_page(
        site.turkish,
        title="Temiz üretim",
        intro="Kirlenmeden önce önlemek.",
        body=[
            {"type": "heading", "value": {"text": "Neden şimdi?", "level": "2"}},
            {"type": "text", "value": "<p>Çünkü ucuz.</p>"},
        ],
    )


def test_an_edit_is_seen_when_it_is_published(article: ArticlePage, seat: Seat, readers: Readers) -> None:
    editor = seat("editor")
    before = readers.see(TURKISH)

    editor.open(f"/admin/pages/{article.pk}/edit/")
    editor.write("title", "Daha temiz üretim")
    editor.save_draft()
    draft = readers.see(TURKISH)
    editor.publish()

    assert before == Seen("Temiz üretim", "Kirlenmeden önce önlemek.", UNTRANSLATED)
    assert draft == before
    assert readers.see(TURKISH) == Seen("Daha temiz üretim", "Kirlenmeden önce önlemek.", UNTRANSLATED)


def test_a_translation_is_seen_when_it_is_published_and_outdated_when_its_original_moves_on(
    article: ArticlePage, seat: Seat, readers: Readers
) -> None:
    editor, translator = seat("editor"), seat("translator")
    editor.open(f"/admin/pages/{article.pk}/edit/")
    editor.write("title", "Daha temiz üretim")
    editor.publish()

    translator.submit_for_translation(page_id=article.pk)
    submitted = readers.see(TURKISH), readers.see(ENGLISH)
    translator.translate(WORDS)
    drafted = readers.see(TURKISH), readers.see(ENGLISH)
    translator.publish_translation()
    published = readers.see(TURKISH), readers.see(ENGLISH)
    editor.open(f"/admin/pages/{article.pk}/edit/")
    editor.write("intro", "Kirlenmesini beklememek.")
    editor.publish()

    turkish = Seen("Daha temiz üretim", "Kirlenmeden önce önlemek.", UNTRANSLATED)
    english = Seen("Cleaner production", "Preventing before polluting.", {"TR": ("ORIGINAL", TURKISH)})
    assert submitted == drafted == (turkish, None)
    assert published == (
        Seen(turkish.title, turkish.intro, {"EN": ("IN_SYNC", ENGLISH)}),
        english,
    )
    assert readers.see(TURKISH) == Seen(
        "Daha temiz üretim", "Kirlenmesini beklememek.", {"EN": ("OUTDATED", ENGLISH)}
    )
    assert readers.see(ENGLISH) == english
