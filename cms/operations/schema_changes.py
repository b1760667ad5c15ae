"""What one schema does to documents that fit another: each change with its coordinate and its harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graphql import (
    GraphQLInputField,
    GraphQLInterfaceType,
    GraphQLScalarType,
    GraphQLSchema,
    build_schema,
    find_breaking_changes,
    find_dangerous_changes,
    print_schema,
    specified_scalar_types,
)

from cms.operations.coordinates import parts_of
from cms.operations.deprecations import deprecations, removal_date


class Harm(StrEnum):
    """How much a change does to documents that fitted before."""

    BREAKING = "breaking"
    DANGEROUS = "dangerous"
    SAFE = "safe"


@dataclass(frozen=True)
class SchemaChange:
    """One change. Whoever uses something that it `touches` is affected."""

    harm: Harm
    code: str
    coordinate: str
    touches: frozenset[str]
    message: str


@dataclass(frozen=True)
class Reading:
    """How a sentence of graphql-core is read: it gives no coordinate, only the sentence."""

    sentence: re.Pattern[str]
    coordinate: str
    touched: str


# The first that fits; groups are named t(ype), f(ield), a(rgument), o(ther type).
FIELD = r"(?P<t>\w+)\.(?P<f>\w+)"
READINGS = tuple(
    Reading(re.compile(sentence), coordinate, touched)
    for sentence, coordinate, touched in (
        (rf"A required arg (?P<a>\w+) on {FIELD} ", "{t}.{f}({a}:)", "{t}.{f}"),
        (rf"An optional arg (?P<a>\w+) on {FIELD} ", "{t}.{f}({a}:)", "{t}.{f}"),
        (rf"{FIELD} arg (?P<a>\w+) (?:has changed default|default)", "{t}.{f}({a}:)", "{t}.{f}"),
        (rf"{FIELD} arg (?P<a>\w+) ", "{t}.{f}({a}:)", "{t}.{f}({a}:)"),
        (rf"{FIELD} (?:was removed|changed type)", "{t}.{f}", "{t}.{f}"),
        (r"(?:A required|An optional) field (?P<f>\w+) on input type (?P<t>\w+) ", "{t}.{f}", "{t}"),
        (r"(?P<o>\w+) was removed from union type (?P<t>\w+)", "{o}", "{o}"),
        (r"(?P<o>\w+) was added to union type (?P<t>\w+)", "{o}", "{t}"),
        (r"(?P<f>\w+) was removed from enum type (?P<t>\w+)", "{t}.{f}", "{t}.{f}"),
        (r"(?P<f>\w+) was added to enum type (?P<t>\w+)", "{t}.{f}", "{t}"),
        (r"(?P<o>\w+) no longer implements interface (?P<t>\w+)", "{o}", "{t}"),
        (r"(?P<t>\w+) added to interfaces implemented by (?P<o>\w+)", "{o}", "{t}"),
        (r"(?P<t>\w+) (?:was removed|changed from)", "{t}", "{t}"),
    )
)
OF_A_DIRECTIVE = Reading(
    re.compile(r"(?:A required arg \w+ on directive |.+ was removed from )?(?P<t>\w+)(?: was|\.)"),
    "@{t}",
    "@{t}",
)
HARMLESS = {"OPTIONAL_ARG_ADDED", "OPTIONAL_INPUT_FIELD_ADDED"}  # no document that fitted stops fitting


def schema_changes(before: GraphQLSchema, after: GraphQLSchema) -> tuple[SchemaChange, ...]:
    """Return what changes between two schemas, the worst first, then by coordinate."""
    old, new = printed(before), printed(after)
    found = (*told_by_library(old, new), *missed_by_library(old, new), *additions(old, new))
    return tuple(sorted(found, key=lambda change: (list(Harm).index(change.harm), change.coordinate)))


def printed(schema: GraphQLSchema) -> GraphQLSchema:
    """Return the schema as a document says it, without the Python values behind defaults and enums."""
    return build_schema(print_schema(schema))


def told_by_library(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[SchemaChange]:
    for breaking in find_breaking_changes(old, new):
        if not breaking.description.startswith("Standard scalar"):
            yield read(Harm.BREAKING, breaking.type.name, breaking.description)
    for dangerous in find_dangerous_changes(old, new):
        if dangerous.type.name not in HARMLESS:
            yield read(Harm.DANGEROUS, dangerous.type.name, dangerous.description)


def read(harm: Harm, code: str, sentence: str) -> SchemaChange:
    for reading in (OF_A_DIRECTIVE,) if "DIRECTIVE" in code else READINGS:
        if match := reading.sentence.match(sentence):
            names = match.groupdict()
            return change(
                harm, code, reading.coordinate.format(**names), reading.touched.format(**names), sentence
            )
    raise ValueError(f"graphql-core says {sentence!r}, which {__name__} cannot read.")


def missed_by_library(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[SchemaChange]:
    """Yield what graphql-core says nothing of, though a document or its reader may be surprised."""
    yield from changed_inputs(old, new)
    yield from hastened_removals(old, new)
    for name in common(old.type_map, new.type_map):
        before, after = old.type_map[name], new.type_map[name]
        if isinstance(before, GraphQLScalarType) and isinstance(after, GraphQLScalarType):
            if before.specified_by_url != after.specified_by_url:
                text = f"{name} is specified by {after.specified_by_url}, not {before.specified_by_url}."
                yield change(Harm.DANGEROUS, "SPECIFIED_BY_CHANGED", name, name, text)
        elif isinstance(after, GraphQLInterfaceType):
            for kind in new.get_possible_types(after):
                if kind.name not in old.type_map:  # of a type that was there, the library tells
                    text = f"{kind.name} may now stand where {name} is returned."
                    yield change(Harm.DANGEROUS, "IMPLEMENTATION_ADDED", kind.name, name, text)


def changed_inputs(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[SchemaChange]:
    before, after = parts_of(old), parts_of(new)
    for name in common(before, after):
        one, other = before[name], after[name]
        if getattr(other, "is_one_of", False) and not getattr(one, "is_one_of", False):
            yield change(Harm.BREAKING, "ONE_OF_ADDED", name, name, f"{name} now takes exactly one field.")
        if defaults(one) != defaults(other):
            text = f"{name} has another default value."
            yield change(Harm.DANGEROUS, "INPUT_DEFAULT_CHANGED", name, name.partition(".")[0], text)


def hastened_removals(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[SchemaChange]:
    """Yield each deprecation that would end earlier than was said: frontends have planned with that day."""
    before, after = deprecations(old), deprecations(new)
    for name in common(before, after):
        said, says = removal_date(before[name]), removal_date(after[name])
        if said and says and says < said:
            text = f"{name} was to stay until {said}, and now only until {says}."
            yield change(Harm.BREAKING, "REMOVAL_HASTENED", name, name, text)


def defaults(part: object) -> object:
    """Return the default value of an input field; of anything else, None."""
    return part.default_value if isinstance(part, GraphQLInputField) else None


def additions(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[SchemaChange]:
    known = parts_of(old)
    for name in parts_of(new):
        if name not in known and name not in specified_scalar_types:
            yield SchemaChange(Harm.SAFE, "ADDED", name, frozenset(), f"{name} was added.")


def change(harm: Harm, code: str, coordinate: str, touched: str, message: str) -> SchemaChange:
    return SchemaChange(harm, code, coordinate, frozenset({touched}), message)


def common(one: Iterable[str], other: Iterable[str]) -> list[str]:
    return sorted(set(one) & set(other))
