"""What search engines are told about a page."""

import json

import pytest
from wagtail.images.tests.utils import get_test_image_file

from cms.models import ContentImage, Menu, MenuItem, SectionPage, SiteProfile
from cms.testing.factories import make_page, translate

SEO = """query ($path: String!) { route(path: $path) { ... on RoutePage { page {
  seo { title description canonical robots image { alt } alternates { hreflang locale url }
        tags { tag attributes { name value } content } jsonLd }
  breadcrumbs { title path url isCurrent } } } } }"""
HOST = "http://localhost"


@pytest.fixture
def article(bilingual_site):
    SiteProfile.objects.create(site=bilingual_site.site, name="Yeşil", locale=bilingual_site.turkish.locale)
    image = ContentImage.objects.create(title="Meşe", description="Bir meşe", file=get_test_image_file())
    section = make_page(bilingual_site.turkish, SectionPage, title="Ağaçlar")
    article = make_page(section, title="Meşe </script>", slug="mese", search_description="Özet", image=image)
    translate(article, title="Oak", slug="oak")
    return article


def seo(ask):
    return ask(SEO, path="/tr/agaclar/mese/")["data"]["route"]["page"]["seo"]


def test_values_are_those_of_the_page(article, ask):
    told = seo(ask)

    assert told["title"] == "Meşe </script>"
    assert (told["description"], told["image"]) == ("Özet", {"alt": "Bir meşe"})
    assert told["canonical"] == f"{HOST}/tr/agaclar/mese/"
    assert [(each["hreflang"], each["locale"]) for each in told["alternates"]] == [
        ("tr", "TR"),
        ("en", "EN"),
        ("x-default", "TR"),
    ]


def test_tags_are_ready_to_print(article, ask):
    tags = seo(ask)["tags"]

    plain = [
        (tag["tag"], *(pair["value"] for pair in tag["attributes"])) for tag in tags if tag["content"] is None
    ]
    assert (tags[0]["tag"], tags[0]["content"]) == ("title", "Meşe </script>")
    assert ("meta", "description", "Özet") in plain
    assert ("link", "alternate", "x-default", f"{HOST}/tr/agaclar/mese/") in plain
    assert ("meta", "og:site_name", "Yeşil") in plain
    assert ("meta", "og:image:alt", "Bir meşe") in plain
    assert all(value for tag in plain for value in tag)


def test_json_ld_is_a_graph_that_cannot_leave_its_script(article, ask):
    text = seo(ask)["jsonLd"]

    page, site, trail = json.loads(text)["@graph"]
    assert "<" not in text
    assert (page["@type"], page["headline"], page["inLanguage"]) == ("Article", "Meşe </script>", "tr")
    assert (site["name"], page["isPartOf"]) == ("Yeşil", {"@id": site["@id"]})
    assert [(each["position"], each["name"]) for each in trail["itemListElement"]] == [
        (1, "Ana sayfa"),
        (2, "Ağaçlar"),
        (3, "Meşe </script>"),
    ]


def test_breadcrumbs_end_at_the_page(article, ask):
    crumbs = ask(SEO, path="/tr/agaclar/mese/")["data"]["route"]["page"]["breadcrumbs"]

    assert [(crumb["title"], crumb["path"], crumb["isCurrent"]) for crumb in crumbs] == [
        ("Ana sayfa", "/tr/", False),
        ("Ağaçlar", "/tr/agaclar/", False),
        ("Meşe </script>", "/tr/agaclar/mese/", True),
    ]


def test_a_menu_says_where_the_reader_is(bilingual_site, article, ask):
    locale = bilingual_site.turkish.locale
    menu = Menu.objects.create(site=bilingual_site.site, handle="main", title="Menü", locale=locale)
    for page in (bilingual_site.turkish, article.get_parent(), article):
        MenuItem.objects.create(menu=menu, page=page, locale=locale)
    query = """query ($path: String) { menu(handle: "main", locale: TR, activePath: $path) {
      entries { isCurrent isActive } } }"""

    def trail(path):
        entries = ask(query, path=path)["data"]["menu"]["entries"]
        return [(entry["isCurrent"], entry["isActive"]) for entry in entries]

    nowhere, active, current = (False, False), (False, True), (True, True)
    assert trail("/tr/agaclar/mese/") == [nowhere, active, current]
    assert trail("tr") == [current, nowhere, nowhere]
    assert trail("/tr/agaclar-2/") == trail(None) == [nowhere] * 3
