"""Rich text as a tree of plain values, for frontends that draw it with their own components."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag

VERSION = 1
BLOCKS = {
    "p": "paragraph",
    "ul": "bulletList",
    "ol": "orderedList",
    "li": "listItem",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "blockquote": "quote",
    "br": "lineBreak",
}
MARKS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "sub": "subscript",
    "sup": "superscript",
}

Node = dict[str, Any]  # Any: JSON


def tree_of(html: str) -> Node:
    """Return {"version": 1, "children": [...]} for sanitised HTML.

    Nodes have a `type`: paragraph, heading (with `level` and `id`), bulletList, orderedList, listItem, quote,
    lineBreak, link (with `href`, and `hreflang` when it leads to another language) or text (with `marks`).
    """
    return {"version": VERSION, "children": children_of(BeautifulSoup(html, "html.parser"), ())}


def children_of(parent: Tag, marks: tuple[str, ...]) -> list[Node]:
    return [node for child in parent.children for node in nodes_of(child, marks)]


def nodes_of(child: Any, marks: tuple[str, ...]) -> list[Node]:  # Any: BeautifulSoup's union of nodes
    if isinstance(child, NavigableString):
        return text_nodes(str(child), marks)
    if child.name in MARKS:
        return children_of(child, (*marks, MARKS[child.name]))
    if child.name == "a":
        return [link_node(child, marks)]
    if child.name in BLOCKS:
        return [block_node(child, marks)]
    return children_of(child, marks)


def text_nodes(text: str, marks: tuple[str, ...]) -> list[Node]:
    if not text.strip() and "\n" in text:
        return []
    return [{"type": "text", "text": text, **({"marks": list(marks)} if marks else {})}]


def link_node(tag: Tag, marks: tuple[str, ...]) -> Node:
    attributes = {name: tag[name] for name in ("href", "hreflang") if tag.has_attr(name)}
    return {"type": "link", **attributes, "children": children_of(tag, marks)}


def block_node(tag: Tag, marks: tuple[str, ...]) -> Node:
    node: Node = {"type": BLOCKS[tag.name]}
    if node["type"] == "lineBreak":
        return node
    if node["type"] == "heading":
        node["level"] = int(tag.name[1])
        if tag.has_attr("id"):
            node["id"] = tag["id"]
    return {**node, "children": children_of(tag, marks)}
