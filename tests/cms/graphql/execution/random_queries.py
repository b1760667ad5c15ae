"""Operations with everything a document can have, for a random schema."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from graphql import GraphQLSchema, get_named_type, is_composite_type, is_union_type

CONDITIONS = [
    "",
    "",
    "",
    "",
    "",
    " @skip(if: $yes)",
    " @include(if: $yes)",
    " @include(if: $no)",
    " @skip(if: false)",
]
HEADER = (
    "$yes: Boolean = true, $no: Boolean! = false, $int: Int, $needed: Int!, $size: Size, "
    '$sizes: [Size!] = [{width: 3}], $colour: Colour = BLUE, $text: String = "t"'
)
GIVEN = {
    "x": ["x: 1", "x: $int", "x: null"],
    "y": ['y: "y"', "y: $text", "y: null"],
    "size": ["size: {width: 2}", "size: $size", "size: {width: $needed, colour: RED}"],
    "sizes": ["sizes: [{width: 1}]", "sizes: {width: 4}", "sizes: $sizes", "sizes: [{width: $needed}]"],
    "colour": ["colour: RED", "colour: $colour", "colour: null"],
    "needed": ["needed: 1", "needed: $needed"],
}
DEEPEST = 4


@dataclass(frozen=True)
class Queries:
    """Writes documents for a schema."""

    schema: GraphQLSchema
    random: Random

    def document(self) -> str:
        kind, root = self.random.choice([("query", "Query")] * 4 + [("mutation", "Mutation")])
        body = self.selection(self.schema.type_map[root], depth=0)
        fragments = [
            f"fragment On{name} on {name} {{ {self.selection(self.schema.type_map[name], depth=3)} }}"
            for name in ("A", "B", "C", "Node")
        ]
        return f"{kind} Random({HEADER}) {{ {body} }} {' '.join(fragments)}"

    def variables(self) -> dict[str, Any]:
        """Return values for the variables of HEADER, now and then one that does not fit."""
        choose = self.random.choice
        given = {"needed": choose([1] * 30 + [None, "x"])}
        offers = {
            "yes": [True, False, None],
            "no": [True, False],
            "int": [1, None, 2**31 - 1, 2**40],
            "size": [{"width": 5}, {"width": 5, "unit": "cm", "colour": "RED"}, {"width": None}],
            "sizes": [[{"width": 1}], {"width": 1}, [None]],
            "colour": ["RED", None, "GREEN"],
        }
        for name, values in offers.items():
            if self.random.random() < 0.25:
                given[name] = choose(values[:-1]) if self.random.random() < 0.95 else values[-1]
        return given

    def selection(self, of_type: Any, *, depth: int) -> str:
        count = self.random.randint(1, 4 if depth else 6)
        parts = [self.part(of_type, depth=depth) for _ in range(count)]
        return " ".join(parts)

    def part(self, of_type: Any, *, depth: int) -> str:
        roll = self.random.random()
        if roll < 0.06:
            return self.random.choice(["__typename", "name: __typename"])
        if depth < DEEPEST and (roll < 0.2 or (is_union_type(of_type) and roll < 0.9)):
            return self.fragment(of_type, depth=depth)
        return "__typename" if is_union_type(of_type) else self.field(of_type, depth=depth)

    def fragment(self, of_type: Any, *, depth: int) -> str:
        condition = self.random.choice(CONDITIONS)
        possible = [of_type] if of_type.name in ("Query", "Mutation") else self.related(of_type)
        target = self.random.choice(possible)
        if f"On{target.name}" in ("OnA", "OnB", "OnC", "OnNode") and depth < 3 and self.random.random() < 0.4:
            return f"...On{target.name}{condition}"
        named = "" if target is of_type and self.random.random() < 0.5 else f" on {target.name}"
        return f"...{named}{condition} {{ {self.selection(target, depth=depth + 1)} }}"

    def related(self, of_type: Any) -> list[Any]:
        members = self.schema.get_possible_types(of_type) if of_type.name in ("Node", "Either") else [of_type]
        return [*members, *members, self.schema.type_map["Node"]]

    def field(self, of_type: Any, *, depth: int) -> str:
        names = [
            name
            for name, field in of_type.fields.items()
            if depth < DEEPEST or not is_composite_type(get_named_type(field.type))
        ]
        if not names:
            return "__typename"
        name = self.random.choice(names)
        field = of_type.fields[name]
        inner = get_named_type(field.type)
        arguments = self.arguments(field)
        alias = self.alias(name, has_arguments=bool(arguments))
        below = f" {{ {self.selection(inner, depth=depth + 1)} }}" if is_composite_type(inner) else ""
        return f"{alias}{name}{arguments}{self.random.choice(CONDITIONS)}{below}"

    def alias(self, name: str, *, has_arguments: bool) -> str:
        """Return a name in the answer: often one that occurs again, unless the arguments would conflict."""
        if has_arguments:
            return f"{name}{self.random.randrange(10**6)}: "
        return self.random.choice(["", "", "", f"{name}a: ", f"{name}b: "])

    def arguments(self, field: Any) -> str:
        given = [
            self.random.choice(GIVEN[name])
            for name in field.args
            if name == "needed" or self.random.random() < 0.5
        ]
        return f"({', '.join(given)})" if given else ""
