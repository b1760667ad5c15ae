"""What the form offers to choose from: only that by which readers of the language will find something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cms.api import sort_key

from ..choosing import naming_in
from ..consultations import titles_of
from ..domain import public_texts
from ..models import ActivityRelation
from ..models.fields import undated
from ..organisations import names_of
from ..vocabulary import RelationKind

if TYPE_CHECKING:
    from ..shown import Shown


@dataclass(frozen=True)
class Offer:
    """Something to choose, by its key. `language` is that of the name."""

    key: str
    name: str
    language: str


def offers_of(shown: Shown) -> dict[str, list[Offer]]:
    """Return what is offered for each field, in the order of the alphabet, at a cost that does not grow."""
    return {
        "programme": _in_order(_programmes(shown), shown.language),
        "organisation": _in_order(_organisations(shown), shown.language),
        "consultation": _in_order(_consultations(shown), shown.language),
    }


def _programmes(shown: Shown) -> Iterable[Offer]:
    """Yield the public activities that others of the list are directly part of."""
    parts = ActivityRelation.objects.filter(kind=RelationKind.PART_OF, activity__in=shown.activities)
    wholes = public_texts(shown.language, audience=shown.audience).filter(activity__in=parts.values("other"))
    for key, title in wholes.values_list("activity__key", "title"):
        yield Offer(key, title, shown.language)


def _organisations(shown: Shown) -> Iterable[Offer]:
    """Yield the organisations that this language version names, under their present names."""
    rows = naming_in(shown.language).filter(activity__in=shown.activities)
    keys = rows.order_by().values_list("organisation_key", flat=True).distinct()
    named = names_of(((key, undated()) for key in keys), shown.language, audience=shown.audience)
    return (Offer(one.key, one.name, one.name_language) for one in named.values())


def _consultations(shown: Shown) -> Iterable[Offer]:
    keys = shown.texts.order_by().values_list("activity__consultation_key", flat=True).distinct()
    titles = titles_of(keys, shown.language, audience=shown.audience)
    return (Offer(key, title, shown.language) for key, title in titles.items() if title)


def _in_order(offers: Iterable[Offer], language: str) -> list[Offer]:
    return sorted(offers, key=lambda offer: sort_key(offer.name, language=language))
