"""Recall and precision on the judged questions, against the demonstration site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from wagtail.models import Page

from cms.domain.visibility import Audience, anonymous_audience
from cms.models import ArticlePage, SearchEntry
from cms.search.finding import Search
from cms.search.question import question
from cms.search.sources import kinds_of
from cms.text import fold

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """What one question should find and what it found, by primary key of the entry."""

    asked: str
    language: str
    expected: frozenset[int]
    found: frozenset[int]

    @property
    def missed(self) -> frozenset[int]:
        return self.expected - self.found

    @property
    def false(self) -> frozenset[int]:
        return self.found - self.expected


def on_titles(audience: Audience) -> list[Outcome]:
    """Return the outcomes of the questions to titles, below the site's home page; leaves no trace."""
    data = read("titles.yaml")
    with transaction.atomic():
        pages = [put_page(title, audience.site.root_page) for title in data["titles"]]
        entries = [SearchEntry.objects.get(page=page).pk for page in pages]
        outcomes = [
            Outcome(
                asked,
                "tr",
                frozenset(entries[place] for place in places),
                found(asked, "tr", audience) & frozenset(entries),
            )
            for asked, places in data["questions"].items()
        ]
        transaction.set_rollback(True)
    return outcomes


def on_demo(audience: Audience) -> list[Outcome]:
    """Return the outcomes of the questions to the demonstration site, which has to be there."""
    return [
        Outcome(each["ask"], language, having(each["has"], language), found(each["ask"], language, audience))
        for language, asked in read("demo.yaml").items()
        for each in asked
    ]


def recall(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """Return how many of the expected results were found, and how many are expected."""
    pairs = [(len(each.expected & each.found), len(each.expected)) for each in outcomes]
    return sum(hits for hits, _ in pairs), sum(expected for _, expected in pairs)


def false_hits(outcomes: Iterable[Outcome]) -> int:
    return sum(len(each.false) for each in outcomes)


def found(asked: str, language: str, audience: Audience) -> frozenset[int]:
    kinds = kinds_of(audience.plugins)
    search = Search(question(asked, language=language), kinds, frozenset(kinds), audience)
    return frozenset(hit.place.entry_id for hit in search.window(1000, after=None))


def having(patterns: list[str], language: str) -> frozenset[int]:
    """Return the entries that have a word of each pattern, read without anything of the search's own."""
    return frozenset(
        entry.pk
        for entry in SearchEntry.objects.filter(language=language)
        if all(has_word(pattern, entry, language) for pattern in patterns)
    )


def has_word(pattern: str, entry: SearchEntry, language: str) -> bool:
    words = re.split(
        r"[\W_]+", fold(re.sub(r"['’]\w+", "", f"{entry.title}\n{entry.text}"), language=language)
    )
    return any(re.fullmatch(pattern, word) for word in words)


def put_page(title: str, home: Page) -> Page:
    page = home.specific_class.objects.get(pk=home.pk).add_child(
        instance=ArticlePage(title=title, locale=home.locale)
    )
    page.save_revision().publish()
    return page


def read(name: str) -> Any:  # Any: YAML
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def lines(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield a line for each wrong answer, then the sum."""
    for each in outcomes:
        if each.missed or each.false:
            titles = SearchEntry.objects.in_bulk([*each.missed, *each.false])
            wrong = [("missed", key) for key in each.missed] + [("false", key) for key in each.false]
            yield from (f"  {each.language} {each.asked}: {how} {titles.get(key, key)}" for how, key in wrong)
    hits, expected = recall(outcomes)
    false = false_hits(outcomes)
    yield f"{len(outcomes)} questions: recall {hits}/{expected}, precision {hits}/{hits + false}"


def main() -> None:
    """Print what is wrong and the sums, for both sets."""
    audience = anonymous_audience()
    for title, outcomes in (("Titles", on_titles(audience)), ("Demonstration", on_demo(audience))):
        print(title, *lines(outcomes), sep="\n")
