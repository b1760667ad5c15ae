"""How much one request may ask for. The environment can change each number (GRAPHQL_LIMITS)."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Limits:
    """The largest values that are still answered. Raises ValueError for one that is not above zero."""

    bytes: int = 100_000
    """Of a request's body, or of the parameters in its address."""
    characters: int = 20_000
    """Of a document."""
    tokens: int = 2_000
    """Of a document; the largest of the contract has 300."""
    depth: int = 20
    """Of fields in fields. The usual introspection has 15."""
    nesting: int = 60
    """Of selections in selections, fragments in fragments included."""
    fields: int = 1_000
    """Of an operation, with those that its fragments bring as often as they are spread."""
    repetitions: int = 2_000
    """Pairs of fields that an answer joins under one name: each has to be compared."""
    aliases: int = 50
    """Of an operation, fragments counted as often as they are spread."""
    directives: int = 50
    """Of a document."""
    root_fields: int = 20
    """Of a query. A mutation has one: several at once would be a way around limits of rate."""
    cost: int = 10_000
    """Points of an operation; costs.py says what has how many."""
    seconds: int = 10
    """From the request to the last question to the database."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is not int or value <= 0:
                raise ValueError(f"{field.name} must be above zero")
