"""No question makes the search fail, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cms.testing.factories import BilingualSite

QUERY = """
query ($words: String!) {
  search(query: $words, locale: TR) { totalCount facets { count } nodes { title } }
}
"""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=220))
@example(words="")
@example(words="\x00")
@example(words="meşe\x00çam")
@example(words="🌳🌲 👩🏽‍🌾")
@example(words="' OR 1=1; DROP TABLE cms_searchentry; --")
@example(words='"meşe" NEAR(çam, 5) AND -ardıç* title:^x (')
@example(words="%_\\")
@example(words="\u05d9\u05e9\u05e8 \u200fme\u015fe\u202e \u0627\u0644\u0639")
@example(words="\U0010ffff" * 4)
@example(words="ﷺ" * 20)
@example(words="İ" * 64)
@example(words="ǅ½²ⅷ﹇１２３４")
@example(words="x" * 200)
@example(words="a " * 12)
def test_any_question_is_answered_or_refused_as_a_mistake(
    bilingual_site: BilingualSite, ask: Callable[..., dict[str, Any]], words: str
) -> None:
    answer = ask(QUERY, words=words)

    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    assert codes <= {"BAD_USER_INPUT", "BAD_REQUEST"}


@pytest.mark.parametrize("size", [1_000, 99_000])
def test_an_enormous_question_is_refused_with_the_limit(
    bilingual_site: BilingualSite, ask: Callable[..., dict[str, Any]], size: int
) -> None:
    answer = ask(QUERY, words="x" * size)

    assert answer["errors"][0]["message"] == f"`query` must have at most 200 characters; it has {size}."


def test_what_is_no_request_any_more_is_refused_as_too_large(
    bilingual_site: BilingualSite, ask: Callable[..., dict[str, Any]]
) -> None:
    answer = ask(QUERY, words="x" * 100_000)

    assert answer["errors"][0]["extensions"]["code"] == "PAYLOAD_TOO_LARGE"
