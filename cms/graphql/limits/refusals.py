"""What is said when a limit is exceeded: a code for each limit, its number, and the number asked for."""

from __future__ import annotations

from graphql import GraphQLError

CODES = {
    "DOCUMENT_TOO_LONG": "The document has more characters than the limit.",
    "INTROSPECTION_TOO_DEEP": "The document asks for types of types of types.",
    "TOO_DEEP": "Fields, or fragments, lie deeper in each other than the limit.",
    "TOO_EXPENSIVE": "The operation has more cost points than the limit.",
    "TOO_MANY_ALIASES": "The operation has more aliases than the limit.",
    "TOO_MANY_DIRECTIVES": "The document has more directives than the limit.",
    "TOO_MANY_FIELDS": "The operation has more fields than the limit, those of its fragments included.",
    "TOO_MANY_REPETITIONS": "The operation repeats fields in one place more often than can be compared.",
    "TOO_MANY_ROOT_FIELDS": "The operation has more fields at its root than the limit.",
    "TOO_MANY_TOKENS": "The document has more tokens than the limit.",
}
"""Meaning of each code."""


class LimitExceeded(GraphQLError):
    """A document asks for more than is answered. `limit` and `requested` are in its extensions, too."""

    def __init__(self, code: str, message: str, *, limit: int, requested: int) -> None:
        super().__init__(message, extensions={"code": code, "limit": limit, "requested": requested})


IN_PARTS = "Ask in several requests."


def check(code: str, what: str, requested: int, limit: int, remedy: str) -> None:
    """Raise LimitExceeded when more is requested than the limit: "Aliases: 60; at most 50 are answered."."""
    if requested > limit:
        message = f"{what} {requested}; at most {limit} are answered. {remedy}"
        raise LimitExceeded(code, message, limit=limit, requested=requested)
