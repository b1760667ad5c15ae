"""How cache tags are called: a kind of content, and what of it. Every CDN takes their letters: a-z 0-9 . -"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from django.db.models import Model
from wagtail.models import Page

MOST_TAGS = 50
"""Of an answer: what the strictest cache takes."""
EVERYTHING = "everything"
"""Every change has it; an answer that reads too many kinds of content has it alone."""
SITE = "site"
"""Every answer has it: sites, languages and what is private belong to all of them."""

PAGE = "page"
"""The kind that pages of every type are."""

PLAIN = re.compile(r"[a-z0-9.-]{1,40}")
KEYS = ("slug", "key", "identifier")
"""Fields, beside the primary key, that content of a kind is asked for by."""
COARSER = (
    (re.compile(r"(?:page|translations|children|path)-.*"), "page.list"),
    (re.compile(r"(menu|settings|search)\..*"), r"\1"),
    (re.compile(r"redirect-.*"), "redirect.list"),
    (re.compile(r"(.+\.list)\..*"), r"\1"),
    (re.compile(rf"(.+?)\.(?:{'|'.join(KEYS)})-.*"), r"\1.list"),
    (re.compile(r"(.+)-\d+"), r"\1.list"),
)
"""What tags look like, and the tag above them."""


@cache
def kind_of(model: type[Model]) -> str:
    """Return what a model's content is called: "article", "image", "networks.organisation"."""
    label, name = model._meta.app_label, model.__name__.lower().replace("_", "-")
    if issubclass(model, Page):
        name = name.removesuffix("page") or "page"
    if label == "cms":
        return name.removeprefix("content")
    return name if label.startswith("wagtail") else f"{plain(label.replace('_', '-'))}.{name}"


def kinds_of(model: type[Model]) -> tuple[str, ...]:
    """Return the kind and, for a page, that of all pages: lists of either have it."""
    return (kind_of(model), "page") if issubclass(model, Page) and model is not Page else (kind_of(model),)


def row(model: type[Model], key: object) -> str:
    """Return the tag of one row: "page-42" whatever the page's type, "networks.organisation-7"."""
    return f"{'page' if issubclass(model, Page) else kind_of(model)}-{key}"


def listed(kind: str, language: str = "") -> str:
    """Return the tag of all lists of a kind, or of those in one language: "article.list.tr"."""
    return f"{kind}.list.{language.lower()}" if language else f"{kind}.list"


def found_by(kind: str, field: str, value: object) -> str:
    """Return the tag of what is found by a value, and of finding nothing: "networks.organisation.key-ab"."""
    return f"{kind}.{plain(field.replace('_', ''))}-{plain(str(value))}"


def children(page_id: object) -> str:
    return f"children-{page_id}"


def translations(key: object) -> str:
    return f"translations-{str(key).replace('-', '')[:12]}"


def path(url_path: str) -> str:
    """Return the tag of what answers at an address, as Wagtail stores it, and of nothing answering there."""
    return f"path-{digest(url_path)}"


def menu(handle: str, language: str) -> str:
    return f"menu.{plain(handle)}.{language.lower()}"


def settings(language: str) -> str:
    return f"settings.{language.lower()}"


def search(language: str) -> str:
    return f"search.{language.lower()}"


def redirect(old_path: str) -> str:
    return f"redirect-{digest(old_path)}"


def plain(text: str) -> str:
    """Return the text if a tag may hold it, else a digest of it."""
    return text if PLAIN.fullmatch(text) else digest(text)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def coarser(tag: str) -> str:
    """Return the tag of all content of the kind, which every change of that kind has as well."""
    for pattern, above in COARSER:
        if match := pattern.fullmatch(tag):
            return match.expand(above)
    return EVERYTHING


def fitted(tags: Iterable[str], *, most: int = MOST_TAGS) -> tuple[str, ...]:
    """Return the tags in order, at most so many: the largest groups give way to their coarser tags first."""
    kept = set(tags)
    for group in largest_first(kept):
        if len(kept) <= most:
            break
        kept = {tag for tag in kept if tag not in group} | {coarser(next(iter(group)))}
    return tuple(sorted(kept)) if len(kept) <= most else (EVERYTHING, SITE)


def largest_first(tags: set[str]) -> Iterator[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for tag in tags:
        if (above := coarser(tag)) != EVERYTHING:
            groups[above].add(tag)
    return (groups[name] for name in sorted(groups, key=lambda name: (-len(groups[name]), name)))
