"""The size of a document, fragments followed. Knows no schema, and takes time in proportion to the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)


@dataclass
class Shape:
    """How large a selection is: with what its fragments bring, as often as they are spread."""

    depth: int = 0
    nesting: int = 0
    fields: int = 0
    """With fragments, so that a flood of fragments without a field is one, too."""
    aliases: int = 0
    circle: str = ""
    """A fragment that spreads itself, directly or through others; empty if none does."""
    spreads: list[tuple[str, int, int]] = field(default_factory=list)
    """Fragments by name, with the depth and the nesting at which they are spread."""

    def include(self, fragment: Shape, *, depth: int, nesting: int) -> None:
        self.depth = max(self.depth, depth + fragment.depth)
        self.nesting = max(self.nesting, nesting + fragment.nesting)
        self.fields += fragment.fields
        self.aliases += fragment.aliases
        self.circle = self.circle or fragment.circle


def document_shape(document: DocumentNode) -> Shape:
    """Return the shape of all operations together: depths are the largest, numbers are sums."""
    fragments = fragments_of(document)
    known: dict[str, Shape] = {}
    for name in fragments:
        fill_fragment(name, fragments=fragments, known=known)
    whole = Shape(spreads=[spread for shape in known.values() for spread in shape.spreads])
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            shape = completed(own_shape(node.selection_set), known)
            whole.include(shape, depth=0, nesting=0)
            whole.spreads += shape.spreads
    whole.circle = next((shape.circle for shape in known.values() if shape.circle), "")
    return whole


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """Return the fragments of a document by name."""
    return {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }


def fill_fragment(
    name: str, *, fragments: Mapping[str, FragmentDefinitionNode], known: dict[str, Shape]
) -> None:
    """Put the shapes of a fragment and of all below it into `known`. No recursion: chains can be long."""
    waiting = [name]
    begun: dict[str, Shape] = {}
    while waiting:
        current = waiting[-1]
        if current in known:
            waiting.pop()
        elif current in begun:
            known[current] = completed(begun[current], known, begun)
            waiting.pop()
        else:
            begun[current] = own_shape(fragments[current].selection_set)
            spread = {fragment for fragment, _, _ in begun[current].spreads}
            waiting += [fragment for fragment in spread & fragments.keys() if fragment not in begun]


def completed(shape: Shape, known: Mapping[str, Shape], begun: Collection[str] = ()) -> Shape:
    for name, depth, nesting in shape.spreads:
        if name in known:
            shape.include(known[name], depth=depth, nesting=nesting)
        elif name in begun:
            shape.circle = name
    return shape


def own_shape(selections: SelectionSetNode) -> Shape:
    """Return the shape of what is written here, with a note of the fragments it spreads."""
    shape = Shape()
    waiting = [(selections, 0, 1)]
    while waiting:
        selections, depth, nesting = waiting.pop()
        shape.nesting = max(shape.nesting, nesting)
        for node in selections.selections:
            shape.fields += 1
            if isinstance(node, FragmentSpreadNode):
                shape.spreads.append((node.name.value, depth, nesting))
                continue
            inner = depth
            if isinstance(node, FieldNode):
                inner = depth + 1
                shape.aliases += node.alias is not None
                shape.depth = max(shape.depth, inner)
            if nested := node.selection_set:  # type: ignore[attr-defined]  # a field or an inline fragment
                waiting.append((nested, inner, nesting + 1))
    return shape
