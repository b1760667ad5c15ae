"""An address that nobody typed is spelt as the page's language has it, for drafts and published pages."""

import pytest

from cms.models import ArticlePage


@pytest.mark.parametrize("live", [False, True])
@pytest.mark.parametrize(("language", "slug"), [("tr", "isik-ve-isi"), ("en", "isik-ve-isi")])
def test_slug_keeps_the_dotless_i(bilingual_site, live, language, slug):
    home = bilingual_site.home(language)
    page = home.add_child(instance=ArticlePage(title="Işık ve ısı", locale=home.locale, live=live))

    assert page.slug == slug


def test_page_without_a_language_takes_that_of_the_page_above(bilingual_site):
    page = bilingual_site.turkish.add_child(instance=ArticlePage(title="Işık", live=False))

    assert (page.locale.language_code, page.slug) == ("tr", "isik")
