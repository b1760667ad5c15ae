"""Whether a parsed document is small enough to be validated: validation takes longest for what is hostile."""

from __future__ import annotations

from graphql import DocumentNode, FieldNode, GraphQLError, OperationDefinitionNode, OperationType

from .merging import Fragments, flattened, repetitions
from .numbers import Limits
from .refusals import IN_PARTS, check
from .shapes import document_shape, fragments_of

# Fields of introspection that lead from a type to a type, through lists of any length.
CIRCULAR = frozenset({"fields", "inputFields", "interfaces", "possibleTypes"})


def reasons_against(document: DocumentNode, limits: Limits) -> list[GraphQLError]:
    """Return why a document is not to be validated: what check_document raises, or nothing."""
    try:
        check_document(document, limits)
    except GraphQLError as reason:
        return [reason.with_traceback(None)]  # it may be kept, without all that was in hand here
    return []


def check_document(document: DocumentNode, limits: Limits) -> None:
    """Raise LimitExceeded for a document that is too large in any way. Needs no schema.

    Raises GraphQLError for fragments in a circle and fragments that nothing spreads: nothing could follow
    the ones, and the others would not be counted.
    """
    shape = document_shape(document)
    for code, what, requested, limit, remedy in (
        ("TOO_DEEP", "Fields in fields:", shape.depth, limits.depth, FLATTER),
        ("TOO_DEEP", "Selections in selections:", shape.nesting, limits.nesting, FLATTER),
        ("TOO_MANY_ALIASES", "Aliases of the document:", shape.aliases, limits.aliases, IN_PARTS),
        ("TOO_MANY_FIELDS", "Fields of the document:", shape.fields, limits.fields, IN_PARTS),
    ):
        check(code, what, requested, limit, remedy)
    if shape.circle:
        raise invalid(f"Cannot spread fragment '{shape.circle}' within itself.")
    fragments = fragments_of(document)
    if unused := fragments.keys() - {name for name, _, _ in shape.spreads}:
        raise invalid(f"Fragment '{min(unused)}' is never used.")
    check_operations(document, fragments, limits)


def check_operations(document: DocumentNode, fragments: Fragments, limits: Limits) -> None:
    """Raise LimitExceeded for what is too much in operations whose fields and depths are within limits."""
    pairs = 0
    for node in document.definitions:
        if not isinstance(node, OperationDefinitionNode):
            continue
        roots = list(flattened([node.selection_set], fragments))
        most = limits.root_fields if node.operation is OperationType.QUERY else 1
        check("TOO_MANY_ROOT_FIELDS", "Fields at the root:", len(roots), most, IN_PARTS)
        pairs += repetitions(node.selection_set, fragments)
        deepest = max((type_depth(field, fragments) for field in roots), default=0)
        check("INTROSPECTION_TOO_DEEP", "Lists of types in types:", deepest, 1, "Ask by __type(name:).")
    check("TOO_MANY_REPETITIONS", "Pairs of fields in one place:", pairs, limits.repetitions, ONCE)


FLATTER = "Ask for what lies deeper in a request of its own."
ONCE = "Ask for each field once."


def invalid(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "GRAPHQL_VALIDATION_FAILED"})


def type_depth(field: FieldNode, fragments: Fragments) -> int:
    """Return how many lists of types lie in each other below a field of introspection."""
    inside = [field.selection_set] if field.selection_set else []
    below = (type_depth(inner, fragments) for inner in flattened(inside, fragments))
    return (field.name.value in CIRCULAR) + max(below, default=0)
