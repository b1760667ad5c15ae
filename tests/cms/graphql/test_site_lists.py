"""What a site has, as a whole: its addresses and its redirects."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms.testing.factories import make_page, translate

SITEMAP = "{ sitemap(first: 10) { totalCount nodes { path lastmod alternates { hreflang url } } } }"


def test_a_sitemap_has_what_is_public_with_its_language_versions(bilingual_site, ask):
    page = make_page(bilingual_site.turkish, title="Meşe")
    translate(page, title="Oak", slug="oak")
    make_page(bilingual_site.turkish, title="Taslak", live=False)
    hidden = make_page(bilingual_site.turkish, title="Gizli")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    lone = make_page(bilingual_site.turkish, title="Işık")

    found = ask(SITEMAP)["data"]["sitemap"]

    by_path = {node["path"]: node["alternates"] for node in found["nodes"]}
    host = "http://localhost"
    assert (list(by_path), found["totalCount"]) == (["/tr/", "/tr/mese/", "/tr/isik/", "/en/", "/en/oak/"], 5)
    assert by_path["/tr/isik/"] == []
    assert by_path["/en/oak/"] == [
        {"hreflang": "tr", "url": f"{host}/tr/mese/"},
        {"hreflang": "en", "url": f"{host}/en/oak/"},
        {"hreflang": "x-default", "url": f"{host}/tr/mese/"},
    ]
    assert found["nodes"][2]["lastmod"] == lone.last_published_at.isoformat()


def test_redirects_are_those_that_lead_somewhere_public(bilingual_site, ask):
    public = make_page(bilingual_site.turkish, title="Yeni")
    draft = make_page(bilingual_site.turkish, title="Taslak", live=False)
    Redirect.objects.create(old_path="/tr/eski", redirect_page=public, site=bilingual_site.site)
    Redirect.objects.create(old_path="/tr/gizli", redirect_page=draft, site=bilingual_site.site)
    Redirect.objects.create(
        old_path="/disari", redirect_link="https://example.org/", is_permanent=False, site=None
    )

    found = ask("{ redirects { totalCount nodes { path location isPermanent } } }")["data"]["redirects"]

    assert found == {
        "totalCount": 2,
        "nodes": [
            {"path": "/disari", "location": "https://example.org/", "isPermanent": False},
            {"path": "/tr/eski", "location": "/tr/yeni/", "isPermanent": True},
        ],
    }
