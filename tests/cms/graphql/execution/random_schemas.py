"""Schemas with fields of every shape and resolvers of every sort."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Any

from graphene.types.resolver import attr_resolver, dict_or_attr_resolver
from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLFloat,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLString,
    GraphQLUnionType,
    get_nullable_type,
)

from cms.graphql.execution import batch

COLOUR = GraphQLEnumType("Colour", {"RED": 1, "BLUE": 2})
ODD = GraphQLScalarType("Odd", serialize=lambda value: None if value == "1" else value)
SIZE = GraphQLInputObjectType(
    "Size",
    {
        "width": GraphQLInputField(GraphQLNonNull(GraphQLInt)),
        "unit": GraphQLInputField(GraphQLString, default_value="mm", out_name="unit_name"),
        "colour": GraphQLInputField(COLOUR),
    },
)
LEAVES = [GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean, GraphQLID, COLOUR, ODD]
ARGUMENTS = {
    "x": GraphQLArgument(GraphQLInt),
    "y": GraphQLArgument(GraphQLString, default_value="d"),
    "size": GraphQLArgument(SIZE),
    "sizes": GraphQLArgument(GraphQLList(GraphQLNonNull(SIZE)), out_name="all_sizes"),
    "colour": GraphQLArgument(COLOUR, default_value=1),
    "needed": GraphQLArgument(GraphQLNonNull(GraphQLInt)),
}
OBJECTS = ("A", "B", "C")


def random_schema(random: Random) -> GraphQLSchema:
    """Return a schema whose types have fields of the same names and shapes, resolved in different ways.

    Fields with the same name have the same type, so that most random queries can be merged.
    """
    common: dict[str, GraphQLField] = {}
    named: dict[str, Any] = {
        "Node": GraphQLInterfaceType("Node", lambda: common, resolve_type=random.choice([None, role_of]))
    }
    for name in OBJECTS:
        named[name] = GraphQLObjectType(
            name,
            partial(resolved_fields, name, common, fork(random)),
            interfaces=[named["Node"]],
            is_type_of=random.choice([None, partial(has_role, name)]),
        )
    either = random.sample(OBJECTS, 2)
    named["Either"] = GraphQLUnionType(
        "Either", [named[name] for name in either], resolve_type=random.choice([None, role_of, role_of])
    )
    common |= {
        f"f{number}": GraphQLField(random_shape(random, named), random_arguments(random))
        for number in range(random.randint(8, 14))
    }
    # At the root nothing is required, or there would often be no answer at all.
    optional = {
        name: GraphQLField(get_nullable_type(field.type), field.args) for name, field in common.items()
    }
    query, mutation = (
        GraphQLObjectType(name, resolved_fields(name, optional, fork(random)))
        for name in ("Query", "Mutation")
    )
    return GraphQLSchema(query, mutation, types=[*(named[name] for name in OBJECTS), SIZE, COLOUR])


def fork(random: Random) -> Random:
    """Return choices of their own for what is called later, in an order that nobody promises."""
    return Random(random.random())  # noqa: S311 -- nothing secret


def random_shape(random: Random, named: dict[str, Any]) -> Any:
    """Return a named type with any nullability, in a list, or in a list of lists."""
    shape: Any = random.choice(LEAVES) if random.random() < 0.45 else random.choice([*named.values()])
    for _ in range(random.choice([0, 0, 0, 1, 1, 2])):
        shape = GraphQLList(GraphQLNonNull(shape) if random.random() < 0.5 else shape)
    return GraphQLNonNull(shape) if random.random() < 0.4 else shape


def random_arguments(random: Random) -> dict[str, GraphQLArgument]:
    if random.random() < 0.6:
        return {}
    return {name: ARGUMENTS[name] for name in random.sample(sorted(ARGUMENTS), random.randint(1, 3))}


def resolved_fields(
    type_name: str, shapes: dict[str, GraphQLField], random: Random
) -> dict[str, GraphQLField]:
    return {
        name: GraphQLField(
            shape.type, shape.args, resolve=random_resolver(random, type_name, name, shape.type)
        )
        for name, shape in shapes.items()
    }


def random_resolver(random: Random, type_name: str, name: str, of_type: Any) -> Any:
    def ordinary(source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        if get_nullable_type(of_type) is GraphQLString and source.dice.at(name).below(2):
            return told(info, arguments)
        return source.values.field(type_name, name, source.dice.at(sorted(arguments)))

    def altering(source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        for value in arguments.values():
            if isinstance(value, list):
                value.append(len(value))
        return ordinary(source, info, **arguments)

    @batch
    def together(sources: list[Any], info: GraphQLResolveInfo, **arguments: Any) -> list[Any]:
        return [value_or_error(source, type_name, name) for source in sources]

    @batch
    def failing(sources: list[Any], info: GraphQLResolveInfo, **arguments: Any) -> list[Any]:
        raise LookupError("none of them")

    default = partial(dict_or_attr_resolver, name, None)
    attribute = partial(attr_resolver, name, "default")
    return random.choices(
        [None, default, attribute, ordinary, altering, together, failing], [6, 6, 1, 5, 2, 4, 0.3]
    )[0]


def told(info: GraphQLResolveInfo, arguments: dict[str, Any]) -> str:
    """Return everything that a resolver is told, as text."""
    path: Any = info.path
    steps = []
    while path:
        steps.append((path.key, path.typename))
        path = path.prev
    nodes = [node.loc.start for node in info.field_nodes if node.loc]
    known = (info.field_name, info.return_type, info.parent_type, info.context, sorted(info.fragments))
    # Variables that are lists are altered by some resolvers, and who sees it depends on the order.
    variables = [(name, value) for name, value in info.variable_values.items() if not isinstance(value, list)]
    return repr((steps, nodes, *map(str, known), sorted(arguments.items()), sorted(variables)))


def value_or_error(source: Any, type_name: str, name: str) -> Any:
    try:
        return source.values.field(type_name, name, source.dice)
    except Exception as error:
        return error


def role_of(value: Any, info: GraphQLResolveInfo, _: object) -> Any:
    if value.role is None:
        raise ValueError(f"no role at {info.path.as_list()}")
    return value.role


def has_role(role: str, value: Any, info: GraphQLResolveInfo) -> bool:
    return bool(value.role == role)
