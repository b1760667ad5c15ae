import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms.models import SectionPage
from cms.testing.factories import make_page, translate

ROUTE = """
query ($path: String!) {
  route(path: $path) {
    __typename
    ... on RoutePage { page { __typename title locale translations { locale path } } }
    ... on RouteRedirect { location isPermanent }
    ... on RouteGone { path }
  }
}
"""


def test_route_leads_to_each_language_version_at_its_own_path(bilingual_site, ask):
    article = make_page(bilingual_site.turkish, title="Işık ve Isı")
    translate(article, title="Light and heat", slug="light-and-heat")

    turkish, english = (ask(ROUTE, path=path) for path in ("/tr/isik-ve-isi/", "/en/light-and-heat/"))

    assert turkish == {
        "data": {
            "route": {
                "__typename": "RoutePage",
                "page": {
                    "__typename": "ArticlePage",
                    "title": "Işık ve Isı",
                    "locale": "TR",
                    "translations": [{"locale": "EN", "path": "/en/light-and-heat/"}],
                },
            }
        }
    }
    assert english["data"]["route"]["page"]["title"] == "Light and heat"


@pytest.mark.parametrize("path", ["/en/isik-ve-isi/", "/de/", "/", "", "/tr/yok/", "isik-ve-isi"])
def test_route_is_null_where_nothing_ever_was(bilingual_site, ask, path):
    make_page(bilingual_site.turkish, title="Işık ve Isı")

    answer = ask(ROUTE, path=path)

    assert answer == {"data": {"route": None}}


def test_route_says_gone_after_unpublishing_and_nothing_for_a_draft(bilingual_site, ask):
    make_page(bilingual_site.turkish, title="Eski").unpublish()
    make_page(bilingual_site.turkish, title="Taslak", live=False)

    gone, draft = (ask(ROUTE, path=path) for path in ("/tr/eski/", "/tr/taslak/"))

    assert gone == {"data": {"route": {"__typename": "RouteGone", "path": "/tr/eski/"}}}
    assert draft == {"data": {"route": None}}


def test_route_follows_a_redirect_to_a_public_page_only(bilingual_site, ask):
    public = make_page(bilingual_site.turkish, title="Yeni")
    draft = make_page(bilingual_site.turkish, title="Taslak", live=False)
    Redirect.objects.create(old_path="/tr/eski", redirect_page=public, site=bilingual_site.site)
    Redirect.objects.create(old_path="/tr/gizli", redirect_page=draft, site=bilingual_site.site)

    moved, hidden = (ask(ROUTE, path=path) for path in ("/tr/eski/", "/tr/gizli/"))

    assert moved == {
        "data": {"route": {"__typename": "RouteRedirect", "location": "/tr/yeni/", "isPermanent": True}}
    }
    assert hidden == {"data": {"route": None}}


def route(ask, path):
    found = ask(ROUTE, path=path)["data"]["route"]
    return found and (found["__typename"], found.get("location"))


def test_route_says_gone_where_public_pages_were_deleted(bilingual_site, ask):
    section = make_page(bilingual_site.turkish, SectionPage, title="Bölüm")
    make_page(section, title="Yazı")
    make_page(section, title="Taslak", live=False)
    hidden = make_page(section, title="Gizli")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    Redirect.objects.create(old_path="/tr/eski", redirect_page=section, site=bilingual_site.site)

    SectionPage.objects.get(pk=section.pk).delete()

    paths = ("/tr/bolum/", "/tr/bolum/yazi/", "/tr/eski/", "/tr/bolum/taslak/", "/tr/bolum/gizli/")
    gone = ("RouteGone", None)
    assert [route(ask, path) for path in paths] == [gone, gone, gone, None, None]


def test_a_new_page_answers_where_another_one_was_deleted(bilingual_site, ask):
    make_page(bilingual_site.turkish, title="Yazı").delete()
    make_page(bilingual_site.turkish, title="Yazı")

    assert route(ask, "/tr/yazi/") == ("RoutePage", None)


def test_a_page_that_moves_leaves_redirects_for_all_that_is_below_it(
    bilingual_site, ask, django_capture_on_commit_callbacks
):
    section = make_page(bilingual_site.turkish, SectionPage, title="Bölüm")
    article = make_page(section, title="Yazı")
    with django_capture_on_commit_callbacks(execute=True):
        section.slug = "yeni"
        section.save_revision().publish()

    moved = [route(ask, path) for path in ("/tr/bolum/", "/tr/bolum/yazi/")]
    article.unpublish()

    assert moved == [("RouteRedirect", "/tr/yeni/"), ("RouteRedirect", "/tr/yeni/yazi/")]
    assert route(ask, "/tr/bolum/yazi/") == ("RouteGone", None)
