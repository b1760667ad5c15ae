"""The words of a page: those that it shows as its own, and none of what it links to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from cms.plugin_host.composition import PluginSet

TYPED = (blocks.CharBlock, blocks.TextBlock, blocks.BlockQuoteBlock)


def page_texts(page: Page, language: str) -> tuple[str, ...]:
    """Return the page's title, introduction and body."""
    return (page.title, getattr(page, "intro", ""), body_text(page))


def body_text(page: Page) -> str:
    """Return the words of a page's body. Blocks of disabled plugins are left out, as they are for readers."""
    body = getattr(page, "body", None)
    if not body:
        return ""
    known = {name for _owner, (name, _type) in PluginSet.installed().collect("block_types")}
    # As it is stored: reading the blocks' values would load every image and document that was chosen.
    stored = [child for child in body.raw_data if child["type"] in known]
    return "\n".join(texts_in(body.stream_block, stored))


def texts_in(block: blocks.Block, stored: Any) -> Iterator[str]:  # Any: JSON
    """Yield what was typed into a block as text. What was chosen, or is an address, is no text."""
    if not stored:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield get_text_for_indexing(stored)
    elif isinstance(block, TYPED):
        yield stored
    elif isinstance(block, blocks.ListBlock):
        for item in stored:
            yield from texts_in(block.child_block, item["value"])
    elif isinstance(block, blocks.StreamBlock):
        for child in stored:
            yield from texts_in(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from texts_in(child_block, stored.get(name))
