"""What a list can be asked for: the input and its reading."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

import graphene

from cms.api import BadInput, LocaleCode
from plugins.networks.counting import Wanted
from plugins.networks.graphql.enums import (
    NetworksBodyType,
    NetworksFreshness,
    NetworksKind,
    NetworksReach,
    NetworksStatus,
)
from plugins.networks.places import is_country, is_region
from plugins.networks.vocabulary import FacetKey

MOST_VALUES = 20


def several(of: Any, sentence: str) -> graphene.List:  # Any: graphene's types
    return graphene.List(graphene.NonNull(of), description=sentence)


class NetworksWhere(graphene.InputObjectType):
    """What a list is narrowed to. An entry must satisfy every field, and of a field's values one."""

    search = graphene.String(
        description="Words that begin words of any name, present or former, in any language. Where nothing "
        "is found, typing errors are forgiven."
    )
    kind = several(NetworksKind, "What it is.")
    type = several(NetworksBodyType, "What sort of it.")
    status = several(NetworksStatus, "Whether it still exists.")
    scope = several(NetworksReach, "How far it reaches.")
    region = several(graphene.String, "With a seat or a place in this region: UN M49, or a set of ours.")
    country = several(graphene.String, "With a seat or a place in this country: ISO 3166-1 alpha-3, TUR.")
    subject = several(graphene.String, "Keys of subjects; the narrower ones are meant, too.")
    service = several(graphene.String, "Keys of services.")
    audience = several(graphene.String, "Keys of audiences.")
    sector = several(graphene.String, "Keys of sectors.")
    access = several(graphene.String, "Keys of ways of access.")
    fee = several(graphene.String, "Keys of fees.")
    language = several(graphene.String, "Languages it serves in, as BCP 47.")
    decade = several(graphene.Int, "Founded in the decade that begins with this year: 1990.")
    parent = several(graphene.String, "Keys of the records that it is part of.")
    member_of = several(graphene.String, "Keys of the records that it is a member of.")
    text = several(LocaleCode, "Languages in which it is described.")
    freshness = several(
        NetworksFreshness, "How old the knowledge is; left out: everything that is not out of date."
    )


def read_where(where: dict[str, Any] | None) -> tuple[str, Wanted]:  # Any: the input, as graphene reads it
    """Return the search and what is wanted of each facet. Raises BadInput for codes of no place."""
    given = {key: value for key, value in (where or {}).items() if value is not None}
    search = str(given.pop("search", "")).strip()
    wanted = {key: _values(key, values) for key, values in given.items() if values}
    _check_codes("country", wanted.get(FacetKey.COUNTRY, ()), "a code of ISO 3166-1 alpha-3, such as TUR")
    _check_codes("region", wanted.get(FacetKey.REGION, ()), "a code of UN M49, such as 150, or one of ours")
    return search, wanted


def _values(key: str, values: Iterable[Any]) -> tuple[str, ...]:
    texts = tuple(str(value.value if isinstance(value, Enum) else value) for value in values)
    if len(texts) > MOST_VALUES:
        raise BadInput(f"`{key}` takes at most {MOST_VALUES} values; it has {len(texts)}.")
    return texts


def _check_codes(field: str, codes: Iterable[str], form: str) -> None:
    known = is_country if field == FacetKey.COUNTRY else is_region
    for code in codes:
        if not known(code):
            raise BadInput(f"`{field}` {code[:20]!r} is not {form}.")
