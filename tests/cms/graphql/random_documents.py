"""Documents that the schema allows, with arguments from reasonable to nasty, for Hypothesis to draw."""

from __future__ import annotations

import json

from graphql import (
    Undefined,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
)
from hypothesis import strategies as st

ORDINARY = (
    "/tr/", "/en/", "/tr/program/", "/en/programme/", "tr", "main", "footer", "unido", "İzmir", "IŞIK",
    "localhost", "2010", "2010-04-06", "late 2009", "TUR", "Y21zLmFydGljbGVwYWdlOjE=", "WyJhIiwgMV0=",
)  # fmt: skip
NASTY = (
    "", "/tr//", "localhost:x", "a:1:2", "9999999-99", "🇹🇷", "x" * 600, "' OR 1=1 --", "%", "\\",
    "../../etc/passwd", "W10=", "WyJhIiwgOTk5OTk5OTk5OTk5OTk5OTk5OTldCg==", "eDp5", "b3RoZXI6LTE=",
)  # fmt: skip
TEXTS = st.sampled_from(ORDINARY + NASTY) | st.text(max_size=20).filter(str.isprintable)
INTEGERS = st.one_of(st.integers(1, 20), st.sampled_from([0, -1, 101, 2**31 - 1, 2**31, -(2**63), 10**40]))


@st.composite
def documents(draw, schema):
    """Draw a query of the schema's, at most four levels deep."""
    return draw(selections(schema, schema.query_type, levels=4))


@st.composite
def selections(draw, schema, parent, *, levels):
    fields = getattr(parent, "fields", {})
    wanted = [
        name
        for name in sorted(fields)
        if levels > 1 or not is_composite_type(get_named_type(fields[name].type))
    ]
    chosen = draw(st.lists(st.sampled_from(wanted), max_size=4, unique=True)) if wanted else []
    parts = ["__typename", *[draw(field(schema, name, fields[name], levels=levels)) for name in chosen]]
    if is_abstract_type(parent) and levels > 1:
        members = sorted(schema.get_possible_types(parent), key=lambda member: member.name)
        chosen_members = draw(st.lists(st.sampled_from(members), max_size=3, unique=True))
        parts += [
            f"... on {member.name} {draw(selections(schema, member, levels=levels - 1))}"
            for member in chosen_members
        ]
    return "{ " + " ".join(parts) + " }"


@st.composite
def field(draw, schema, name, definition, *, levels):
    given = [
        # An argument with a default is not drawn as null: what that means is each resolver's own affair.
        f"{argument}: {draw(values(about.type, may_be_null=about.default_value is Undefined))}"
        for argument, about in definition.args.items()
        if is_non_null_type(about.type) or draw(st.booleans())
    ]
    inner = get_named_type(definition.type)
    below = draw(selections(schema, inner, levels=levels - 1)) if is_composite_type(inner) else ""
    return f"{name}{'(' + ', '.join(given) + ')' if given else ''} {below}"


@st.composite
def values(draw, wanted, *, may_be_null=True):
    """Draw a literal: nearly always one of the right kind, with any content."""
    kind = get_nullable_type(wanted)
    if may_be_null and not is_non_null_type(wanted) and draw(st.integers(0, 9)) == 0:
        return "null"
    if is_list_type(kind):
        return "[" + ", ".join(draw(st.lists(values(kind.of_type), max_size=3))) + "]"
    if is_input_object_type(kind):
        fields = {
            name: draw(values(about.type)) for name, about in kind.fields.items() if draw(st.booleans())
        }
        return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"
    return draw(leaves(kind))


def leaves(kind):
    """Return what draws a literal of an enum or a scalar."""
    if is_enum_type(kind):
        return st.sampled_from([*sorted(kind.values), "NONE_OF_THEM"])
    if kind.name == "Boolean":
        return st.sampled_from(["true", "false"])
    if kind.name in {"Int", "Float"}:
        return INTEGERS.map(str)
    return TEXTS.map(lambda text: json.dumps(text, ensure_ascii=False))
