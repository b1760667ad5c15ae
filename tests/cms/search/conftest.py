"""What the tests of the search ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SEARCH = """
query ($words: String!, $locale: LocaleCode!, $kinds: [String!], $first: Int, $after: String, $site: String) {
  search(query: $words, locale: $locale, kinds: $kinds, first: $first, after: $after, site: $site) {
    totalCount
    facets { kind label count }
    pageInfo { hasNextPage endCursor }
    nodes { __typename kind locale title path titleMatch { html } fragments { html } }
  }
}
"""


@pytest.fixture
def search(ask: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Ask for results as a reader; returns the connection."""

    def asked(words: str, locale: str = "TR", **variables: object) -> dict[str, Any]:
        answer = ask(SEARCH, words=words, locale=locale, **{"first": 10, **variables})
        assert "errors" not in answer, answer
        return dict(answer["data"]["search"])

    return asked


@pytest.fixture
def titles(search: Callable[..., dict[str, Any]]) -> Callable[..., list[str]]:
    """Ask for the titles of the results; they agree with total and facets."""

    def asked(words: str, locale: str = "TR", **variables: object) -> list[str]:
        found = search(words, locale, **variables)
        assert found["totalCount"] == sum(facet["count"] for facet in found["facets"]) == len(found["nodes"])
        return [node["title"] for node in found["nodes"]]

    return asked
