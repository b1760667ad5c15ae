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
    "ArticleList": (8, lambda size: {"section": "/tr/liste/", "first": size}),
    "DocumentsOfPage": (5, lambda size: {"path": f"/tr/uzun-{size}/", "reader": "EN"}),
    "LanguageVersions": (
        12,
        lambda size: {"turkish": f"/tr/uzun-{size}/", "english": f"/en/uzun-{size}-en/"},
    ),
    "PageById": (5, lambda _size: {"id": global_id(home()), "locale": "TR"}),
    "PageByPath": (23, lambda size: {"path": f"/tr/uzun-{size}/"}),
    "PageList": (
        4,
        lambda size: {"locale": "TR", "where": {"search": "meşe"}, "sort": ["TITLE_ASC"], "first": size},
    ),
    "Redirects": (2, lambda size: {"first": size}),
    "Sitemap": (3, lambda size: {"first": size}),
    "Search": (6, lambda size: {"words": "meşe", "locale": "TR", "first": size}),
    "SiteFrame": (9, lambda _size: {"locale": "TR"}),
}
"""By operation: statements, and the variables that make its list so long."""

SELECTED = {
    "the type": 5,
    "addresses": 5,
    "provenance": 5,
    "in a language": 7,
    "breadcrumbs": 6,
    "seo": 10,
    "translations": 7,
    "claims": 8,
    "parent": 7,
    "ancestors": 8,
    "children": 8,
    "children of the parent": 9,
    "image": 7,
    "sources of images": 7,
    "body": 5,
    "body and documents": 7,
    "images of blocks": 7,
    "documents": 7,
    "documents of blocks": 7,
    "links": 10,
    "calls to action": 8,
    "rich text": 8,
    "everything": 32,
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
