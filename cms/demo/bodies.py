"""From the short block notation of the demo files to the form that a body is stored in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from cms.demo.building import DemoSite

Value = Mapping[str, Any]  # Any: YAML
Stored = dict[str, Any]  # Any: JSON
Converter = Callable[[Value, str], Stored]
"""From a block's value and a language to its stored form, {type, value}."""

REFERENCE = re.compile(r'linktype="(page|document)" ref="([a-z0-9_]+)"')


def raw_body(blocks: list[dict[str, Any]], language: str, demo: DemoSite) -> list[Stored]:
    """Return the stored blocks; those that nobody knows (of a disabled plugin) are left out."""
    known = {**core_converters(demo), **demo.converters}
    pairs = ((name, value) for block in blocks for name, value in block.items())
    return [known[name](value, language) for name, value in pairs if name in known]


def core_converters(demo: DemoSite) -> dict[str, Converter]:
    return {
        "heading": lambda value, _: block("heading", text=value["text"], level=str(value["level"])),
        "text": lambda value, language: {"type": "text", "value": rich_text(str(value), language, demo)},
        "quote": lambda value, _: block("quote", **value),
        "image": lambda value, _: image(value, demo),
        "documents": lambda value, _: block(
            "documents", title=value["title"], items=items(demo.document(key).pk for key in value["items"])
        ),
        "links": lambda value, language: block(
            "links", title=value["title"], items=items(link(item, language, demo) for item in value["items"])
        ),
        "call_to_action": lambda value, language: block(
            "call_to_action", text=value["text"], link=link({**value, "text": value["text"]}, language, demo)
        ),
        "table": lambda value, _: block(
            "table",
            caption=value["caption"],
            header=items(value["header"]),
            rows=items(items(map(str, row)) for row in value["rows"]),
        ),
    }


def block(name: str, **value: Any) -> Stored:
    return {"type": name, "value": value}


def items(values: Any) -> list[Stored]:  # Any: whatever can be listed
    return [{"type": "item", "value": value} for value in values]


def image(value: Value, demo: DemoSite) -> Stored:
    shown = {
        "image": demo.images[value["image"]].pk,
        "decorative": value["decorative"],
        "alt_text": value["alt"],
    }
    return block("image", image=shown, caption=value["caption"])


def link(value: Value, language: str, demo: DemoSite) -> Stored:
    page = demo.page(value["page"], language) if "page" in value else None
    document = demo.document(value["document"]) if "document" in value else None
    return {
        "text": value["text"],
        "page": page.pk if page else None,
        "document": document.pk if document else None,
        "url": value.get("url", ""),
    }


def rich_text(html: str, language: str, demo: DemoSite) -> str:
    """Return the HTML with references to demo pages and documents by primary key."""

    def key_of(match: re.Match[str]) -> str:
        kind, ref = match.groups()
        target = demo.page(ref, language) if kind == "page" else demo.document(ref)
        if target is None:
            raise LookupError(f"A demo text in {language!r} links to {kind} {ref!r}, which is not there.")
        return f'linktype="{kind}" id="{target.pk}"'

    return REFERENCE.sub(key_of, html)


def with_ids(stored: Any, seed: UUID, path: str = "") -> Any:  # Any: JSON
    """Return the value with an id for each block and list item: the same place has the same id everywhere."""
    if isinstance(stored, list):
        return [with_ids(item, seed, f"{path}/{number}") for number, item in enumerate(stored)]
    if not isinstance(stored, dict):
        return stored
    inner = {name: with_ids(value, seed, f"{path}.{name}") for name, value in stored.items()}
    if "type" in stored and "value" in stored:
        inner["id"] = str(uuid5(seed, path))
    return inner
