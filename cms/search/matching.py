"""Finds entries in SQL: which have all words of a question, how well they fit, and that they are public.

The same statements run on every database, and compare by code points: so do their answers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, Max, OuterRef, Q, QuerySet, Value, When
from wagtail.models import Page

from cms.domain.visibility import Audience, any_of
from cms.models import SearchEntry, SearchTerm
from cms.search.question import Question, Wanted
from cms.search.sources import Kind

AS_TYPED, AS_A_FORM, AS_A_BEGINNING = 4, 3, 2
"""How well a term fits a word; times the term's weight."""

TITLE_IS_PHRASE, TITLE_HAS_PHRASE, TEXT_HAS_PHRASE = 1000, 300, 100
"""What the whole question counts where it stands word for word."""

BEHIND_ALL = "\U0010ffff"

Terms = QuerySet[SearchTerm, Any]  # Any: rows of named columns


def found(question: Question, kinds: Mapping[int, Kind], *, audience: Audience) -> Terms:
    """Return a row with `entry_id`, `rank` and more for each public entry that has all words of the question.

    `kinds` are by content type. A question without words finds nothing.
    """
    fitting = any_of(is_answer(word) for word in question.wanted)
    terms = SearchTerm.objects.filter(
        fitting, visible(kinds, language=question.language, audience=audience), language=question.language
    )
    fits = {f"fit_{number}": fit(word) for number, word in enumerate(question.wanted)}
    rows = terms.values("entry_id", "entry__sort_key", "entry__content_type_id").annotate(**fits)
    complete = rows.filter(**{f"{name}__gt": 0 for name in fits})
    total = sum((F(name) for name in fits), start=Max(phrase_bonus(question)))
    return complete.annotate(rank=total)


def in_order(rows: Terms) -> Terms:
    """Return the rows from the best on; of equals, by title and then by age of the entry."""
    return rows.order_by(F("rank").desc(), "entry__sort_key", "entry_id")


def behind(rows: Terms, rank: int, sort_key: str, entry_id: int) -> Terms:
    """Return the rows that come after a place in the order."""
    later = Q(entry__sort_key__gt=sort_key) | Q(entry__sort_key=sort_key, entry_id__gt=entry_id)
    return rows.filter(Q(rank__lt=rank) | Q(later, rank=rank))


def counts(rows: Terms) -> dict[int, int]:
    """Return how many entries there are of each content type."""
    entries = SearchEntry.objects.filter(pk__in=rows.values("entry_id"))
    return dict(entries.values_list("content_type_id").annotate(Count("pk")).order_by())


def is_answer(word: Wanted) -> Q:
    """Return a condition on terms: that they are a form of the word, or begin with it."""
    forms = Q(term__in=sorted(word.forms))
    return forms | begins_with(word.typed) if word.is_beginning else forms


def begins_with(typed: str) -> Q:
    # A range, because a LIKE uses no index on SQLite; terms are compared by code points.
    return Q(term__gte=typed, term__lt=typed + BEHIND_ALL)


def fit(word: Wanted) -> Max:
    """Return how well an entry answers a word; 0 when it does not."""
    ways = [
        When(term=word.typed, then=F("weight") * AS_TYPED),
        When(term__in=sorted(word.forms), then=F("weight") * AS_A_FORM),
    ]
    if word.is_beginning:
        ways.append(When(begins_with(word.typed), then=F("weight") * AS_A_BEGINNING))
    return Max(Case(*ways, default=0, output_field=IntegerField()))


def phrase_bonus(question: Question) -> Case:
    ways = [
        When(entry__title_words=question.phrase, then=Value(TITLE_IS_PHRASE)),
        When(entry__title_words__contains=question.phrase, then=Value(TITLE_HAS_PHRASE)),
    ]
    if len(question.phrase.split()) > 1:
        ways.append(When(entry__words__contains=question.phrase, then=Value(TEXT_HAS_PHRASE)))
    return Case(*ways, default=0, output_field=IntegerField())


def visible(kinds: Mapping[int, Kind], *, language: str, audience: Audience) -> Q:
    """Return a condition on terms: what their entry is about is of these kinds, and public."""
    pages = audience.pages(Page.objects.filter(pk=OuterRef("entry__page_id")))
    is_public_page = Q(entry__content_type__in=page_types(kinds)) & Q(Exists(pages))
    return any_of(
        [
            is_public_page,
            *(
                Q(entry__content_type=key)
                & Q(Exists(kind.public(language, audience).filter(pk=OuterRef("entry__object_id"))))
                for key, kind in kinds.items()
                if not kind.is_page
            ),
        ]
    )


def page_types(kinds: Mapping[int, Kind]) -> Collection[int]:
    return [key for key, kind in kinds.items() if kind.is_page]
