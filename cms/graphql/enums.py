"""Closed lists as enums in which every value has a sentence of its own."""

from __future__ import annotations

from enum import Enum
from typing import Any

import graphene


def described_enum(
    members: type[Enum], name: str, sentence: str, /, **values: str
) -> Any:  # Any: graphene makes enums at run time
    """Return a GraphQL enum. `values` has the sentence of each member by its name.

    Raises ValueError when a member has none, or when there is one of a member that does not exist.
    """
    if odd := set(values) ^ set(members.__members__):
        raise ValueError(f"The enum {name} needs one sentence for each value; see {', '.join(sorted(odd))}.")
    return graphene.Enum.from_enum(
        members, name=name, description=lambda value: sentence if value is None else values[value.name]
    )
