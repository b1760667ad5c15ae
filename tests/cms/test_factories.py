from cms.testing.factories import make_page, translate


def test_translation_lies_in_the_other_tree(bilingual_site):
    article = make_page(bilingual_site.turkish, title="Işık ve Isı")

    translation = translate(article, title="Light and heat", slug="light-and-heat")

    assert (article.slug, translation.slug) == ("isik-ve-isi", "light-and-heat")
    assert translation.get_parent().specific == bilingual_site.english
    assert translation.translation_key == article.translation_key
