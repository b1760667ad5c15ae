"""Which parts of a schema a document uses, as schema coordinates, such as `Type.field` and `Enum.VALUE`."""

from __future__ import annotations

from collections.abc import Iterator

from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    EnumValueNode,
    FieldNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    NamedTypeNode,
    Node,
    ObjectFieldNode,
    ObjectValueNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    is_introspection_type,
    type_from_ast,
    visit,
)

NO_NAMES: frozenset[str] = frozenset()


def used_coordinates(document: DocumentNode, schema: GraphQLSchema) -> frozenset[str]:
    """Return everything of the schema that the document names, gets or may send; what it lacks is left out.

    A type counts as used when a field returns it. A variable may carry any value of its type.
    """
    found = coordinates_by_node(document, schema).values()
    return frozenset().union(*found)


def coordinates_by_node(document: DocumentNode, schema: GraphQLSchema) -> dict[int, frozenset[str]]:
    """Return the coordinates that each node stands for, by the node's id()."""
    types = TypeInfo(schema)
    collector = Collector(schema, types)
    visit(document, TypeInfoVisitor(types, collector))
    return collector.found


class Collector(Visitor):
    """Notes the coordinates of each node on the way in."""

    def __init__(self, schema: GraphQLSchema, types: TypeInfo) -> None:
        super().__init__()
        self.schema, self.types = schema, types
        self.field = self.argument = ""  # those that are being visited
        self.found: dict[int, frozenset[str]] = {}

    def enter(self, node: Node, *_: object) -> None:
        if names := frozenset(self.names(node)):
            self.found[id(node)] = names

    def names(self, node: Node) -> Iterator[str]:
        match node:
            case FieldNode():
                yield from self.of_field(node)
            case ArgumentNode():
                self.argument = node.name.value
                yield from self.of_argument(self.argument)
            case NamedTypeNode():
                yield node.name.value
            case EnumValueNode() if kind := get_named_type(self.types.get_input_type()):
                yield f"{kind.name}.{node.value}"
            case ObjectValueNode() if kind := get_named_type(self.types.get_input_type()):
                yield kind.name
            case VariableNode() if self.types.get_argument():
                yield from self.of_argument(self.argument)
            case ObjectFieldNode() if kind := get_named_type(self.types.get_parent_input_type()):
                yield from (kind.name, f"{kind.name}.{node.name.value}")
            case VariableDefinitionNode():
                yield from sendable(type_from_ast(self.schema, node.type))  # type: ignore[arg-type]  # a type or None
            case DirectiveNode():
                yield f"@{node.name.value}"

    def of_field(self, node: FieldNode) -> Iterator[str]:
        self.field = node.name.value
        parent, returned = self.types.get_parent_type(), get_named_type(self.types.get_type())
        if parent:
            yield from (f"{parent.name}.{self.field}", parent.name)
        if returned:
            yield returned.name

    def of_argument(self, name: str) -> Iterator[str]:
        if directive := self.types.get_directive():
            yield f"@{directive.name}({name}:)"
        elif parent := self.types.get_parent_type():
            yield f"{parent.name}.{self.field}({name}:)"


def sendable(kind: object, seen: frozenset[str] = NO_NAMES) -> Iterator[str]:
    """Yield what a value of an input type may hold: its enum values, its fields, and theirs."""
    named = get_named_type(kind)  # type: ignore[call-overload]  # None stays None
    if named is None or named.name in seen:
        return
    yield named.name
    if isinstance(named, GraphQLEnumType):
        yield from (f"{named.name}.{value}" for value in named.values)
    if isinstance(named, GraphQLInputObjectType):
        for name, field in named.fields.items():
            yield f"{named.name}.{name}"
            yield from sendable(field.type, seen | {named.name})


def parts_of(schema: GraphQLSchema) -> dict[str, object]:
    """Return every part of a schema by its coordinate: types, fields, arguments and enum values."""
    return {
        coordinate: part
        for kind in schema.type_map.values()
        if not is_introspection_type(kind)
        for coordinate, part in parts_of_type(kind)
    }


def parts_of_type(kind: GraphQLNamedType) -> Iterator[tuple[str, object]]:
    yield kind.name, kind
    if isinstance(kind, GraphQLEnumType):
        yield from ((f"{kind.name}.{name}", value) for name, value in kind.values.items())
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        for name, field in kind.fields.items():
            yield f"{kind.name}.{name}", field
            arguments = getattr(field, "args", {})
            yield from ((f"{kind.name}.{name}({arg}:)", value) for arg, value in arguments.items())
