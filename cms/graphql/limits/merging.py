"""Which fields of an operation an answer joins, because they have one name in one place.

For operations whose number of fields and depth are known to be within limits: every field is visited, in
fragments as often as they are spread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, SelectionSetNode

Fragments = Mapping[str, FragmentDefinitionNode]


def repetitions(selections: SelectionSetNode, fragments: Fragments) -> int:
    """Return the number of pairs that validation compares: n fields of one name are n(n-1)/2 pairs."""
    pairs = 0
    waiting = [[selections]]
    while waiting:
        for joined in joined_fields(waiting.pop(), fragments).values():
            pairs += len(joined) * (len(joined) - 1) // 2
            if nested := [node.selection_set for node in joined if node.selection_set]:
                waiting.append(nested)
    return pairs


def joined_fields(selections: Iterable[SelectionSetNode], fragments: Fragments) -> dict[str, list[FieldNode]]:
    """Return the fields that stand in one place of the answer, by their name there."""
    joined: dict[str, list[FieldNode]] = {}
    for field in flattened(selections, fragments):
        joined.setdefault((field.alias or field.name).value, []).append(field)
    return joined


def flattened(selections: Iterable[SelectionSetNode], fragments: Fragments) -> Iterator[FieldNode]:
    """Yield the fields of selections, those in fragments included, each fragment once."""
    waiting = list(selections)
    seen: set[str] = set()
    while waiting:
        for node in waiting.pop().selections:
            if isinstance(node, FieldNode):
                yield node
            elif not isinstance(node, FragmentSpreadNode):
                waiting.append(node.selection_set)  # type: ignore[attr-defined]  # an inline fragment
            elif node.name.value in fragments and node.name.value not in seen:
                seen.add(node.name.value)
                waiting.append(fragments[node.name.value].selection_set)
