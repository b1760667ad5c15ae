"""In which language an answer is, and in which it was asked for."""

import pytest
from wagtail.models import Page as PageModel

from cms.graphql.objects import global_id
from cms.models import SiteProfile
from cms.testing.factories import make_page, translate

META = "title _meta { id type revision publishedAt updatedAt locale { requested resolved isFallback } }"
PAGE = (
    "query ($id: ID!, $locale: LocaleCode, $fallback: [LocaleCode!]) "
    "{ page(id: $id, locale: $locale, fallback: $fallback) { title _meta { locale {"
    " requested resolved isFallback } } } }"
)


def asked(answer, name="page"):
    page = answer["data"][name]
    return page and (page["title"], *page["_meta"]["locale"].values())


@pytest.mark.parametrize(
    ("locale", "fallback", "expected"),
    [
        ("TR", None, ("Yalnız Türkçe", "TR", "TR", False)),
        (None, None, ("Yalnız Türkçe", "TR", "TR", False)),
        ("EN", None, None),
        ("EN", ["EN"], None),
        ("EN", ["TR"], ("Yalnız Türkçe", "EN", "TR", True)),
    ],
)
def test_a_page_falls_back_only_when_asked(bilingual_site, ask, locale, fallback, expected):
    page = make_page(bilingual_site.turkish, title="Yalnız Türkçe")

    assert asked(ask(PAGE, id=global_id(page), locale=locale, fallback=fallback)) == expected


def test_a_fallback_never_leads_to_a_draft(bilingual_site, ask):
    page = make_page(bilingual_site.turkish, title="Taslak", live=False)
    translate(page, title="Published", slug="published")

    answers = [ask(PAGE, id=global_id(page), locale=code, fallback=["TR"]) for code in ("TR", "EN")]

    assert [asked(answer) for answer in answers] == [None, ("Published", "EN", "EN", False)]


def test_aliases_of_one_operation_may_ask_for_different_languages(bilingual_site, ask):
    page = make_page(bilingual_site.turkish, title="Meşe")
    lone = make_page(bilingual_site.turkish, title="Işık")
    translate(page, title="Oak", slug="oak")

    answer = ask(
        "query ($page: ID!, $lone: ID!) {"
        f" tr: page(id: $lone) {{ {META} }}"
        f" en: page(id: $lone, locale: EN, fallback: [TR]) {{ {META} }}"
        f" own: page(id: $page, locale: EN, fallback: [TR]) {{ {META} inLocale(locale: TR) {{ {META} }} }}"
        "}",
        page=global_id(page),
        lone=global_id(lone),
    )

    assert [asked(answer, name) for name in ("tr", "en", "own")] == [
        ("Işık", "TR", "TR", False),
        ("Işık", "EN", "TR", True),
        ("Oak", "EN", "EN", False),
    ]
    assert answer["data"]["own"]["inLocale"]["title"] == "Meşe"


def test_below_a_list_each_page_is_asked_for_on_its_own(bilingual_site, ask):
    translate(make_page(bilingual_site.turkish, title="Meşe"), title="Oak", slug="oak")
    make_page(bilingual_site.turkish, title="Işık")
    locale = "_meta { locale { requested resolved isFallback } }"

    answer = ask(
        '{ route(path: "/tr/") { ... on RoutePage { page { children { nodes { title'
        f" strict: inLocale(locale: EN) {{ title }}"
        f" padded: inLocale(locale: EN, fallback: [TR]) {{ title {locale} }}"
        "} } } } } }"
    )

    nodes = answer["data"]["route"]["page"]["children"]["nodes"]
    assert [(node["title"], node["strict"], asked({"data": node}, "padded")) for node in nodes] == [
        ("Meşe", {"title": "Oak"}, ("Oak", "EN", "EN", False)),
        ("Işık", None, ("Işık", "EN", "TR", True)),
    ]


def test_meta_says_what_a_document_is(bilingual_site, ask):
    page = make_page(bilingual_site.turkish, title="Meşe")

    answer = ask(f"query ($id: ID!) {{ page(id: $id) {{ {META} }} }}", id=global_id(page))

    stored = PageModel.objects.get(pk=page.pk)
    assert answer["data"]["page"]["_meta"] == {
        "id": global_id(page),
        "type": "ArticlePage",
        "revision": str(stored.live_revision_id),
        "publishedAt": stored.first_published_at.isoformat(),
        "updatedAt": stored.last_published_at.isoformat(),
        "locale": {"requested": "TR", "resolved": "TR", "isFallback": False},
    }


def test_a_site_falls_back_only_when_asked(bilingual_site, ask):
    SiteProfile.objects.create(site=bilingual_site.site, name="Yeşil", locale=bilingual_site.turkish.locale)

    answer = ask(
        "{ strict: site(locale: EN) { name locale isFallback }"
        " padded: site(locale: EN, fallback: [TR]) { name locale isFallback } }"
    )

    assert answer["data"] == {
        "strict": {"name": None, "locale": "EN", "isFallback": False},
        "padded": {"name": "Yeşil", "locale": "TR", "isFallback": True},
    }
