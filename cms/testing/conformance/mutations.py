"""Whether a mutation refuses whoever has no right to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLNonNull,
    OperationDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    parse,
)

from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.operations import documents_of
from cms.testing.conformance.scratch import quiet
from cms.testing.conformance.subject import Subject, answered

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
OWN_RECORDS = "cms_problem"  # a failure is written down by the host
REMEDY = (
    "Look at who asks before anything else, and do nothing for whoever lacks the permission or the token."
)
SAMPLES = {"ID": "Y21zLnBhZ2U6MQ==", "Int": 1, "Float": 1.0, "Boolean": True, "Date": "2020-01-01"}


def mutations_for_anybody(subject: Subject) -> Iterator[Finding]:
    """Yield mutations that do something for an anonymous person without any permission."""
    mutations = {
        name.partition(".")[2]: field
        for name, field in subject.own_root_fields.items()
        if name.startswith("Mutation.")
    }
    if not mutations:
        raise NotApplicable("it has no mutations")
    for name, field in mutations.items():
        for source, variables in attempts(subject, name, field):
            yield from done_for_a_stranger(subject, name, source, variables)


def done_for_a_stranger(
    subject: Subject, name: str, source: str, variables: dict[str, Any]
) -> Iterator[Finding]:
    written: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES) and OWN_RECORDS not in sql:
            written.append(sql)
        return execute(sql, params, many, context)

    with quiet(), transaction.atomic(), connection.execute_wrapper(note):
        answered(subject.schema, source, variables)
        transaction.set_rollback(True)
    if written:  # how it refuses, as an error or as an answer, is the plugin's choice
        yield subject.finding(f"Mutation.{name}", f"writes for a stranger: {written[0][:80]} …", REMEDY)


def attempts(subject: Subject, name: str, field: GraphQLField) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield documents that ask for the mutation: the plugin's own if there are, and a plain one."""
    yield plain_document(name, field)
    try:
        documents = documents_of(subject)
    except NotApplicable:
        return
    for document in documents:
        operations = [n for n in parse(document.source).definitions if isinstance(n, OperationDefinitionNode)]
        asked = {
            getattr(node, "name", None) and node.name.value  # type: ignore[attr-defined]  # a field
            for operation in operations
            for node in operation.selection_set.selections
        }
        if name in asked:
            yield document.source, document.variables


def plain_document(name: str, field: GraphQLField) -> tuple[str, dict[str, Any]]:
    """Return a document that gives every required argument a plausible value."""
    required = {key: arg.type for key, arg in field.args.items() if isinstance(arg.type, GraphQLNonNull)}
    declared = ", ".join(f"${key}: {kind}" for key, kind in required.items())
    given = ", ".join(f"{key}: ${key}" for key in required)
    selection = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
    head = f"mutation ({declared})" if declared else "mutation"
    call = f"{name}({given})" if given else name
    return f"{head} {{ {call}{selection} }}", {key: sample(kind) for key, kind in required.items()}


def sample(kind: Any) -> Any:  # Any: graphql-core's types; JSON
    """Return a value that fits an input type."""
    inner = get_nullable_type(kind)
    if is_list_type(inner):
        return [sample(inner.of_type)]
    if isinstance(inner, GraphQLEnumType):
        return next(iter(inner.values))
    if isinstance(inner, GraphQLInputObjectType):
        required = {
            key: field for key, field in inner.fields.items() if isinstance(field.type, GraphQLNonNull)
        }
        return {key: sample(field.type) for key, field in required.items()}
    return SAMPLES.get(inner.name, "example")
