"""Whether operations keep what the contract promises of them. Knows no model; the schema is passed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from graphql import GraphQLSchema, OperationDefinitionNode, parse, print_ast, validate
from graphql.execution.values import get_variable_values

from cms.operations.documents import OperationDocument
from cms.plugin_host.composition import CORE


def operation_problems(
    documents: Sequence[OperationDocument], *, schema: GraphQLSchema, languages: Iterable[str]
) -> tuple[str, ...]:
    """Return a sentence for everything that is wrong, beginning with the operation; empty when all is well.

    A plugin's operations begin with its label, so that no two plugins can mean different things by one name.
    """
    wanted = tuple(languages)
    return (
        *duplicate_problems(documents),
        *(
            f"{document.name} ({document.owner}): {problem}"
            for document in documents
            for problem in (
                *naming_problems(document),
                *title_problems(document, wanted),
                *schema_problems(document, schema),
            )
        ),
    )


def declared_variables(document: OperationDocument) -> dict[str, str]:
    """Return the variables that the operation declares, each with its type as GraphQL writes it."""
    definitions = operation_of(document).variable_definitions
    return {definition.variable.name.value: print_ast(definition.type) for definition in definitions}


def duplicate_problems(documents: Iterable[OperationDocument]) -> Iterator[str]:
    counted = Counter(document.name for document in documents)
    yield from (f"{name}: several operations have this name." for name, count in counted.items() if count > 1)


def naming_problems(document: OperationDocument) -> Iterator[str]:
    prefix = document.owner[:1].upper() + document.owner[1:]
    if document.owner != CORE and not document.name.startswith(prefix):
        yield f"its name must begin with {prefix}."


def title_problems(document: OperationDocument, languages: Iterable[str]) -> Iterator[str]:
    yield from (
        f"it has no title in {language!r}; add a line `# {language}: …` to its head."
        for language in languages
        if not document.titles.get(language)
    )


def schema_problems(document: OperationDocument, schema: GraphQLSchema) -> Iterator[str]:
    if errors := validate(schema, parse(document.source)):
        yield from (error.message for error in errors)
        return
    definitions = operation_of(document).variable_definitions
    coerced = get_variable_values(schema, definitions, document.variables)
    if isinstance(coerced, list):
        yield from (f"its example variables do not fit: {error.message}" for error in coerced)
    unknown = set(document.variables) - {definition.variable.name.value for definition in definitions}
    yield from (
        f"its head gives the variable {name!r}, which it does not declare." for name in sorted(unknown)
    )


def operation_of(document: OperationDocument) -> OperationDefinitionNode:
    definitions = parse(document.source).definitions
    return next(node for node in definitions if isinstance(node, OperationDefinitionNode))
