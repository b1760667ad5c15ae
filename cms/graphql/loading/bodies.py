"""The blocks of many bodies. Values are converted when one is asked for, all of a kind together."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.blocks import Block
from wagtail.models import Page

from cms.domain.tags.ledger import reading_by_key
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered


class Kind:
    """All blocks of one name in the bodies of a level."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.stored: list[Any] = []  # Any: JSON

    @cached_property
    def values(self) -> list[Any]:  # Any: whatever the block's Wagtail value is
        with reading_by_key():  # a chooser reads what was chosen by its primary keys
            return list(self.block.bulk_to_python(self.stored))


@dataclass(frozen=True)
class BlockNode:
    """A block of a body, with the language of the page that holds it."""

    id: str
    name: str
    language: str
    kind: Kind
    number: int

    @property
    def stored(self) -> Any:  # Any: JSON
        """The value as it is stored, for resolvers that need no more: converting costs far more."""
        return self.kind.stored[self.number]

    @property
    def value(self) -> Any:  # Any: whatever the block's Wagtail value is
        return self.kind.values[self.number]


def bodies_of(pages: Sequence[Any], known: Container[str], context: Context) -> list[list[BlockNode]]:
    """Return the blocks of each page, all of one type, that have one of the known names."""
    given = {page.pk: page for page in pages}

    def load(keys: list[int]) -> dict[int, list[BlockNode]]:
        kinds: dict[str, Kind] = {}
        return {key: nodes(given[key], known, kinds) for key in keys}

    found = remembered(context, ("body", type(pages[0])), given, load)
    return [found[page.pk] or [] for page in pages]


def nodes(page: Page, known: Container[str], kinds: dict[str, Kind]) -> list[BlockNode]:
    language, blocks = page.locale.language_code, page.body.stream_block.child_blocks
    made = []
    for stored in page.body.raw_data:
        name = stored["type"]
        if name in known:
            kind = kinds.setdefault(name, Kind(blocks[name]))
            kind.stored.append(stored["value"])
            made.append(BlockNode(stored.get("id"), name, language, kind, len(kind.stored) - 1))
    return made
