"""What is asked of both systems, in the words of each, and what the answers have to have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Variables = dict[str, Any]  # Any: JSON
DIFFERENT = 50  # articles asked for in turn

OUR_BODY = """body { __typename ... on HeadingBlock { text level } ... on TextBlock { richText { html } }
  ... on QuoteBlock { text attribution } ... on ImageBlock { caption image { width height } } }"""
PEER_BODY = """body { __typename ... on HeadingBlock { text level } ... on RichTextBlock { value }
  ... on QuoteBlock { text attribution } ... on FigureBlock { caption image { width height } } }"""
TEXTS = "title slug date intro"
BYLINE = "category { name } author { name }"


@dataclass(frozen=True)
class Asking:
    """A query, the variables of its n-th request, and where in its answer the content is."""

    query: str
    variables: Callable[[int], Variables]
    content: Callable[[Any], Any]


@dataclass(frozen=True)
class Case:
    """The same question to both. `wanted` is how many times ours is to be faster."""

    name: str
    ours: Asking
    peer: Asking
    wanted: float


def our_detail(fields: str) -> Asking:
    return Asking(
        f"query ($path: String!) {{ route(path: $path) {{ ... on RoutePage {{ page {{ ... on MagazineArticle "
        f"{{ {fields} }} }} }} }} }}",
        lambda number: {"path": f"/tr/sayi-0/yazi-{number % DIFFERENT}/"},
        lambda data: data["route"]["page"],
    )


def peer_detail(fields: str) -> Asking:
    return Asking(
        f"query ($slug: String!) {{ article(slug: $slug) {{ {fields} }} }}",
        lambda number: {"slug": f"yazi-{number % DIFFERENT}"},
        lambda data: data["article"],
    )


def our_list(fields: str, *, first: int, after: str | None = None) -> Asking:
    return Asking(
        f"query ($first: Int!, $after: String) {{ magazineArticles(locale: TR, first: $first, after: $after) "
        f"{{ nodes {{ {fields} }} }} }}",
        lambda _: {"first": first, "after": after},
        lambda data: data["magazineArticles"]["nodes"],
    )


def peer_list(fields: str, *, first: int, offset: int = 0) -> Asking:
    return Asking(
        # Grapple knows no languages; by their paths, Turkish articles come first.
        f"query ($first: PositiveInt, $offset: PositiveInt) {{ articles(limit: $first, offset: $offset, "
        f'order: "path") {{ {fields} }} }}',
        lambda _: {"first": first, "offset": offset},
        lambda data: data["articles"],
    )


def cases(*, cursor: str) -> list[Case]:
    """Return the cases; `cursor` is ours behind the 900th article."""
    more = "related { title slug date intro }"
    listed = f"{TEXTS} {BYLINE}"
    return [
        Case(
            "article",
            our_detail(f"{TEXTS} {OUR_BODY} {BYLINE}"),
            peer_detail(f"{TEXTS} {PEER_BODY} {BYLINE}"),
            7,
        ),
        Case("list of 20", our_list(listed, first=20), peer_list(listed, first=20), 12),
        Case("list of 100", our_list(listed, first=100), peer_list(listed, first=100), 12),
        Case(
            "20 behind the 900th",
            our_list(listed, first=20, after=cursor),
            peer_list(listed, first=20, offset=900),
            12,
        ),
        Case(
            "article, translations, 5 related",
            our_detail(f"{TEXTS} {OUR_BODY} {BYLINE} translations {{ locale title }} {more}"),
            peer_detail(f"{TEXTS} {PEER_BODY} {BYLINE} translations {{ title language }} {more}"),
            4.5,
        ),
    ]


def site_cases() -> dict[str, Asking]:
    """Return what the peer has no counterpart of: it is measured as the site grows."""
    return {
        "menu": Asking(
            '{ menu(handle: "main", locale: TR) { title entries { label path } } }', nothing, whole
        ),
        "children": Asking(
            '{ route(path: "/tr/sayi-0/") { ... on RoutePage { page { children(first: 20) '
            "{ nodes { title path } totalCount } } } } }",
            nothing,
            whole,
        ),
        "search": Asking(
            '{ search(query: "ölçüm göl", locale: TR, first: 10) { totalCount nodes { __typename } } }',
            nothing,
            whole,
        ),
    }


def nothing(_number: int) -> Variables:
    return {}


def whole(data: Any) -> Any:  # Any: JSON
    return data


def last_cursor(ask: Callable[[str, Variables], Any], *, behind: int) -> str:
    """Return the cursor of ours behind so many articles."""
    query = (
        "query ($after: String) { magazineArticles(locale: TR, first: 100, after: $after) "
        "{ pageInfo { endCursor } } }"
    )
    cursor = None
    for _ in range(max(1, behind // 100)):
        cursor = ask(query, {"after": cursor})["magazineArticles"]["pageInfo"]["endCursor"]
    return str(cursor)


def comparable(content: Any) -> Any:  # Any: JSON
    """Return the content without the names that either system gives to blocks, texts and languages."""
    if isinstance(content, list):
        return [comparable(item) for item in content]
    if not isinstance(content, dict):
        return content
    if "richText" in content:
        return content["richText"]["html"]
    if "value" in content:
        return content["value"]
    told = {name: comparable(value) for name, value in content.items() if name != "__typename"}
    if "level" in told:
        told["level"] = int(told["level"])
    if "language" in told:
        told["locale"] = told.pop("language").upper()
    return told
