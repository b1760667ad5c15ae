"""Milliseconds that a question takes among ten thousand entries."""

from __future__ import annotations

import random
from statistics import median
from time import perf_counter

from django.db import connection, transaction

from cms.domain.visibility import Audience, anonymous_audience
from cms.models import SearchEntry, SearchTerm
from cms.search.finding import Search
from cms.search.indexing import line_in, weights
from cms.search.question import question
from cms.search.sources import kinds_of
from cms.text import sort_key

ENTRIES = 10_000
ASKED = (
    "protokol",
    "temiz üretim",
    "toplantılar",
    "merkezinin kuruluşu",
    "uretim",
    "balina",
    "enerji su atık",
)
ROUNDS = 5


def main() -> None:
    """Print the median of each question: first page of ten with its texts, facets and total."""
    with transaction.atomic():
        fill(ENTRIES)
        audience = anonymous_audience()
        print(
            f"{connection.vendor}: {SearchEntry.objects.count()} entries, {SearchTerm.objects.count()} terms"
        )
        medians = [report(asked, audience) for asked in ASKED]
        print(f"{'median of all':24}{median(medians):8.1f} ms")
        transaction.set_rollback(True)


def fill(count: int) -> None:
    """Put entries made of words of the site's own texts; each is one of its pages, as far as that matters."""
    known = list(SearchEntry.objects.filter(language="tr", page__isnull=False))
    words = " ".join(entry.text for entry in known).split()
    chance = random.Random(1)  # noqa: S311 -- no secret
    made = [made_entry(number, chance.choice(known), chance.choices(words, k=20)) for number in range(count)]
    for batch in (made[start : start + 500] for start in range(0, count, 500)):
        entries = SearchEntry.objects.bulk_create(batch)
        SearchTerm.objects.bulk_create(
            SearchTerm(entry=entry, language="tr", term=term, weight=weight)
            for entry in entries
            for term, weight in weights([entry.title, entry.text], language="tr").items()
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def made_entry(number: int, model: SearchEntry, words: list[str]) -> SearchEntry:
    title, text = " ".join(words[:5]), " ".join(words[5:])
    return SearchEntry(
        content_type_id=model.content_type_id,
        object_id=1_000_000 + number,
        page_id=model.page_id,
        language="tr",
        title=title,
        text=text,
        title_words=line_in(title, "tr"),
        words=line_in(text, "tr"),
        sort_key=sort_key(title, language="tr"),
    )


def report(asked: str, audience: Audience) -> float:
    """Print and return the median in milliseconds."""
    times = sorted(taken(asked, audience) for _ in range(ROUNDS))
    hits = ask(asked, audience).total
    print(f"{asked:24}{median(times):8.1f} ms{hits:8} hits")
    return median(times)


def taken(asked: str, audience: Audience) -> float:
    start = perf_counter()
    search = ask(asked, audience)
    for hit in search.window(11, after=None)[:10]:
        _ = (hit.title.html, [fragment.html for fragment in hit.fragments], hit.page)
    _ = (search.facets, search.total)
    return (perf_counter() - start) * 1000


def ask(asked: str, audience: Audience) -> Search:
    kinds = kinds_of(audience.plugins)
    return Search(question(asked, language="tr"), kinds, frozenset(kinds), audience)
