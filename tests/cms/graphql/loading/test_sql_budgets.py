"""What operations of the core and selections on a list of pages cost in SQL: the same for 1, 10 and 100."""

import pytest
from long_lists import LIST, SELECTIONS, SIZES

from cms.graphql.console import contract_operations
from cms.graphql.objects import global_id
from cms.graphql.schema import current_schema
from cms.models import HomePage


def home():
    return HomePage.objects.get(locale__language_code="tr")


OPERATIONS = {
    document.name: document.source
    for document in contract_operations(current_schema().plugins)
    if document.owner == "cms"
}
BUDGETS = {
    "ArticleList": (12, lambda size: {"section": "/tr/liste/", "first": size}),
    "DocumentsOfPage": (10, lambda size: {"path": f"/tr/uzun-{size}/", "reader": "EN"}),
    "LanguageVersions": (
        20,
        lambda size: {"turkish": f"/tr/uzun-{size}/", "english": f"/en/uzun-{size}-en/"},
    ),
    "PageById": (8, lambda _size: {"id": global_id(home()), "locale": "TR"}),
    "PageByPath": (30, lambda size: {"path": f"/tr/uzun-{size}/"}),
    "PageList": (
        6,
        lambda size: {"locale": "TR", "where": {"search": "meşe"}, "sort": ["TITLE_ASC"], "first": size},
    ),
    "Redirects": (4, lambda size: {"first": size}),
    "Sitemap": (5, lambda size: {"first": size}),
    "Search": (8, lambda size: {"words": "meşe", "locale": "TR", "first": size}),
    "SiteFrame": (12, lambda _size: {"locale": "TR"}),
}
"""By operation: statements, and the variables that make its list so long."""

SELECTED = {
    "the type": 8,
    "addresses": 8,
    "provenance": 8,
    "in a language": 10,
    "breadcrumbs": 9,
    "seo": 14,
    "translations": 11,
    "claims": 11,
    "parent": 10,
    "ancestors": 11,
    "children": 11,
    "children of the parent": 12,
    "image": 11,
    "sources of images": 11,
    "body": 8,
    "body and documents": 11,
    "images of blocks": 12,
    "documents": 11,
    "documents of blocks": 11,
    "links": 14,
    "calls to action": 11,
    "rich text": 12,
    "everything": 38,
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", BUDGETS)
def test_an_operation_costs_the_same_for_every_length_of_its_list(lists, statements, name, size):
    budget, variables = BUDGETS[name]
    source = OPERATIONS[name].replace('handle: "main"', f'handle: "menu-{size}"')

    assert len(statements(source, **variables(size))) == budget


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SELECTED)
def test_a_selection_costs_the_same_for_every_number_of_pages(lists, statements, name, size):
    asked = statements(LIST % SELECTIONS[name], first=size)

    assert len(asked) == SELECTED[name]


def test_every_operation_and_selection_has_a_budget():
    assert (set(BUDGETS), set(SELECTED)) == (set(OPERATIONS), set(SELECTIONS))
