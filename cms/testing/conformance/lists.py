"""Which fields of an operation list rows, and the same operation with pages of another size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    GraphQLField,
    GraphQLSchema,
    IntValueNode,
    NameNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    get_nullable_type,
    is_list_type,
    parse,
    print_ast,
    validate,
    visit,
)

from cms.operations.documents import OperationDocument
from cms.testing.conformance.subject import Subject

PAGE_SIZE = "first"
ROWS = ("nodes", "edges")


@dataclass(frozen=True)
class ListOperation:
    """An operation that lists rows. `fields` are the names under which its answer has them."""

    schema: GraphQLSchema
    source: str
    fields: frozenset[str]
    has_pages: bool

    def with_page_of(self, size: int) -> tuple[str, dict[str, int]]:
        """Return the document, and variables, for this number of rows in each list that lies in no other."""
        found = OutermostLists(self.schema, size)
        return print_ast(found.walk(parse(self.source))), dict.fromkeys(found.variables, size)


class OutermostLists(Visitor):
    """Finds fields that list rows, outside all others that do, and sets the size of their pages."""

    def __init__(self, schema: GraphQLSchema, size: int | None = None) -> None:
        super().__init__()
        self.schema, self.size = schema, size
        self.types = TypeInfo(schema)
        self.inside = 0
        self.fields: set[str] = set()
        self.unpaged: set[str] = set()
        self.variables: set[str] = set()

    def walk(self, tree: DocumentNode) -> DocumentNode:
        changed: DocumentNode = visit(tree, TypeInfoVisitor(self.types, self))
        return changed

    def enter_field(self, node: FieldNode, *_: Any) -> FieldNode | None:  # Any: graphql-core's path
        definition, parent = self.types.get_field_def(), self.types.get_parent_type()
        if definition is None:
            return None
        is_paged = PAGE_SIZE in definition.args
        is_root = parent in (self.schema.query_type, self.schema.mutation_type)
        if not is_paged and not (is_root and lists(definition)):
            return None
        self.inside += 1
        if self.inside > 1:
            return None
        self.fields.add((node.alias or node.name).value)
        if not is_paged:
            self.unpaged.add(node.name.value)
        elif variable := size_variable(node):
            self.variables.add(variable)
        elif self.size is not None:
            return resized(node, self.size)
        return None

    def leave_field(self, node: FieldNode, *_: Any) -> None:  # Any: graphql-core's path
        if self.inside and (node.alias or node.name).value in self.fields:
            self.inside -= 1


def list_operation(document: OperationDocument, subject: Subject) -> ListOperation | None:
    """Return what the operation lists; None when it lists nothing or is no operation of this schema."""
    schema, tree = subject.schema.graphql, parse(document.source)
    if validate(schema, tree):
        return None  # told by the check of the documents themselves
    found = OutermostLists(schema)
    found.walk(tree)
    if not found.fields:
        return None
    return ListOperation(schema, document.source, frozenset(found.fields), has_pages=not found.unpaged)


def lists(definition: GraphQLField) -> bool:
    inner: Any = get_nullable_type(definition.type)  # type: ignore[arg-type]  # output types are among them
    return is_list_type(inner)


def size_variable(node: FieldNode) -> str:
    """Return the variable that gives the size of the page; empty when none does."""
    given = (argument.value for argument in node.arguments if argument.name.value == PAGE_SIZE)
    return next((value.name.value for value in given if isinstance(value, VariableNode)), "")


def resized(node: FieldNode, size: int) -> FieldNode:
    others = [argument for argument in node.arguments if argument.name.value != PAGE_SIZE]
    page = ArgumentNode(name=NameNode(value=PAGE_SIZE), value=IntValueNode(value=str(size)))
    return FieldNode(
        alias=node.alias,
        name=node.name,
        arguments=(*others, page),
        directives=node.directives,
        selection_set=node.selection_set,
    )


def row_count(body: dict[str, Any], operation: ListOperation) -> int:
    """Return how many rows the answer has in the longest of these lists."""
    return max((longest(value) for value in values_at(body.get("data"), operation.fields)), default=0)


def values_at(value: Any, keys: frozenset[str]) -> list[Any]:  # Any: JSON
    """Return what lies under these keys, at any depth."""
    if isinstance(value, list):
        return [found for item in value for found in values_at(item, keys)]
    if not isinstance(value, dict):
        return []
    own = [item for key, item in value.items() if key in keys]
    return own + [found for key, item in value.items() if key not in keys for found in values_at(item, keys)]


def longest(value: Any) -> int:  # Any: JSON
    """Return the length of a list, or of a connection's rows: beside them it may list other things."""
    if isinstance(value, list):
        return len(value)
    lists_in = {key: item for key, item in (value or {}).items() if isinstance(item, list)}
    rows = [lists_in[key] for key in ROWS if key in lists_in] or list(lists_in.values())
    return max(map(len, rows), default=0)
