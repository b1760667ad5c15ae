"""A plugin's operations: valid, small enough to be run, and answered without a failure."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from graphql import OperationType, get_operation_ast, parse

from cms.graphql.limits import LimitExceeded, Limits, check_length, reasons_against
from cms.operations.checking import operation_problems
from cms.operations.documents import OperationDocument, OperationError, read_operations
from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.scratch import quiet
from cms.testing.conformance.subject import Subject, answered


def invalid_operations(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the documents, before any of them is run."""
    folder = next(iter(subject.items("operations")), None)
    if folder is None:
        raise NotApplicable("it contributes no operations")
    try:
        documents = read_operations(folder, owner=subject.label)
    except OperationError as error:
        yield subject.finding(f"operations in {folder.name}/", str(error), "Correct the file.")
        return
    if not documents:
        yield subject.finding(
            f"operations in {folder.name}/",
            "holds no *.graphql file.",
            "Add one, or contribute no operations.",
        )
    languages = [code for code, _ in settings.LANGUAGES]
    for problem in operation_problems(documents, schema=subject.schema.graphql, languages=languages):
        name, _, text = problem.partition(": ")
        yield subject.finding(f"operation {name}", text, "Correct its file.")
    for document in documents:
        yield from too_large(subject, document)


def too_large(subject: Subject, document: OperationDocument) -> Iterator[Finding]:
    """Yield a finding for the first limit that the document goes beyond."""
    limits = Limits()
    try:
        check_length(document.source, limits)
        reasons = reasons_against(parse(document.source), limits)
    except LimitExceeded as refusal:
        reasons = [refusal]
    for reason in reasons:
        yield subject.finding(f"operation {document.name}", reason.message, "Ask in several operations.")


def failing_operations(subject: Subject) -> Iterator[Finding]:
    """Yield operations that fail with their own example variables on the demonstration site.

    A mutation may refuse them, as it refuses every stranger; it must not crash.
    """
    for document in documents_of(subject):
        with quiet():
            body = answered(subject.schema, document.source, document.variables)
        for error in body.get("errors", ()):
            place = ".".join(str(key) for key in error.get("path", ())) or "the request"
            code = error["extensions"]["code"]
            if code != "INTERNAL" and is_mutation(document):
                continue
            problem = f"answers {code} at {place}, with its own example variables."
            yield subject.finding(
                f"operation {document.name}", problem, "Correct the resolver, or the head of the file."
            )


def is_mutation(document: OperationDocument) -> bool:
    operation = get_operation_ast(parse(document.source))
    return operation is not None and operation.operation is OperationType.MUTATION


def documents_of(subject: Subject) -> tuple[OperationDocument, ...]:
    """Return the operations of the plugin. Raises NotApplicable when there are none that can be read."""
    try:
        found = tuple(
            document
            for folder in subject.items("operations")
            for document in read_operations(folder, owner=subject.label)
        )
    except OperationError:
        found = ()  # told by the check of the documents themselves
    if not found:
        raise NotApplicable("it has no operations that can be run")
    return found
