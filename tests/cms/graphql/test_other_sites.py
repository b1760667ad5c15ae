"""A root field that asks for another site, and everything below it, is answered from that site alone."""

from cms.models import SectionPage
from cms.testing.factories import make_page, make_site

LIST = """children(first: 9) { totalCount nodes { title parent { title } } }"""


def test_everything_below_a_root_field_is_of_its_site(bilingual_site, ask):
    other = make_site(hostname="baska.example", is_default=False)
    here = make_page(bilingual_site.turkish, SectionPage, title="Burada", slug="bolum")
    there = make_page(other.turkish, SectionPage, title="Orada", slug="bolum")
    make_page(here, title="Bizim", slug="yazi")
    make_page(there, title="Onların", slug="yazi")
    route = (
        'route(path: "/tr/bolum/"%s) { ... on RoutePage { page { title ... on SectionPage { '
        + LIST
        + " } } } }"
    )

    told = ask("{ here: " + route % "" + " there: " + route % ', site: "baska.example"' + " }")

    assert "errors" not in told
    assert [told["data"][name]["page"] for name in ("here", "there")] == [
        {
            "title": title,
            "children": {"totalCount": 1, "nodes": [{"title": below, "parent": {"title": title}}]},
        }
        for title, below in (("Burada", "Bizim"), ("Orada", "Onların"))
    ]


def test_an_unknown_site_is_a_mistake_with_a_name(bilingual_site, ask):
    told = ask('{ route(path: "/tr/", site: "yok.example") { __typename } }')

    assert [error["extensions"]["code"] for error in told["errors"]] == ["BAD_USER_INPUT"]
