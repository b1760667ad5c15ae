"""Whether a list of three rows costs as many statements as a list of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from django.db import connection

from cms.operations.checking import declared_variables
from cms.operations.documents import OperationDocument
from cms.testing.conformance.examples import make_examples
from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.lists import ListOperation, list_operation, row_count
from cms.testing.conformance.operations import documents_of
from cms.testing.conformance.subject import Subject, answered

PLACEHOLDERS = re.compile(r"\((?:%s|\?)(?:, (?:%s|\?))*\)")
LONGEST_SHOWN = 120  # characters of a statement
BATCH = "Load what the rows need for all of them at once: select_related, prefetch_related or a batch."
ROWS = (
    "Add demo steps whose content its example variables find, "
    "or define make_rows(self, n) in the class derived from PluginConformance."
)

Shapes = Counter[str]


def costs_that_grow(subject: Subject) -> Iterator[Finding]:
    """Yield statements that run once for each row."""
    found = [(document, list_operation(document, subject)) for document in documents_of(subject)]
    lists = [(document, operation) for document, operation in found if operation is not None]
    if not lists:
        raise NotApplicable("none of its operations lists anything")
    if subject.needs_demo:
        for document, operation in lists:
            yield from growth_with_pages(subject, document, operation)
    else:
        yield from growth_with_made_rows(subject, lists)


def growth_with_made_rows(
    subject: Subject, lists: list[tuple[OperationDocument, ListOperation]]
) -> Iterator[Finding]:
    """Make one row, then two more, and run every operation each time."""
    make_rows = subject.make_rows or partial(make_examples, subject)
    measured = []
    for more in (1, 2):
        make_rows(more)
        measured.append(
            {
                document.name: measured_page(subject, operation, document.variables, 3)
                for document, operation in lists
            }
        )
    one, three = measured
    for document, operation in lists:
        rows = [row_count(run[document.name][1], operation) for run in measured]
        if rows != [1, 3]:
            problem = f"shows {rows[0]} and {rows[1]} rows where one and three were made: no cost to compare."
            yield subject.finding(f"operation {document.name}", problem, ROWS)
        else:
            yield from grown(subject, document, one[document.name][0], three[document.name][0])


def growth_with_pages(
    subject: Subject, document: OperationDocument, operation: ListOperation
) -> Iterator[Finding]:
    """Ask the demonstration site for pages of one and of three rows; of a list without pages, for all."""
    for variables in (document.variables, required_variables(document)):
        pages = [measured_page(subject, operation, variables, size) for size in (1, 3)]
        rows = [row_count(body, operation) for _, body in pages]
        if operation.has_pages and rows == [1, 3]:
            yield from grown(subject, document, pages[0][0], pages[1][0])
            return
        if not operation.has_pages and rows[1] >= 3:
            yield from repeated(subject, document, pages[1][0], rows[1])
            return
    problem = "lists rows, but there are no three to be shown, so its cost cannot be measured."
    yield subject.finding(f"operation {document.name}", problem, ROWS)


def measured_page(
    subject: Subject, operation: ListOperation, variables: dict[str, Any], size: int
) -> tuple[Shapes, dict[str, Any]]:
    source, sizes = operation.with_page_of(size)
    return measure(subject, source, {**variables, **sizes})


def required_variables(document: OperationDocument) -> dict[str, Any]:
    """Return the example variables without those that only narrow the list down."""
    required = {name for name, kind in declared_variables(document).items() if kind.endswith("!")}
    return {name: value for name, value in document.variables.items() if name in required}


def grown(subject: Subject, document: OperationDocument, one: Shapes, three: Shapes) -> Iterator[Finding]:
    """A statement that only three rows need may run once: the first row may have lacked what it reads."""
    for shape, count in three.items():
        if count > max(one[shape], 1):
            problem = (
                f"runs a statement {one[shape]} × for one row and {count} × for three: "
                f"{shape[:LONGEST_SHOWN]} …"
            )
            yield subject.finding(f"operation {document.name}", problem, BATCH)


def repeated(subject: Subject, document: OperationDocument, shapes: Shapes, rows: int) -> Iterator[Finding]:
    """Yield statements that run at least once for each of these rows."""
    for shape, count in shapes.items():
        if count >= rows:
            problem = f"runs a statement {count} × for {rows} rows: {shape[:LONGEST_SHOWN]} …"
            yield subject.finding(f"operation {document.name}", problem, BATCH)


def measure(subject: Subject, query: str, variables: dict[str, Any]) -> tuple[Shapes, dict[str, Any]]:
    """Return how often each form of statement runs, and the answer. What is cached is cached before."""
    answered(subject.schema, query, variables)
    shapes: Shapes = Counter()
    with counting(shapes):
        body = answered(subject.schema, query, variables)
    return shapes, body


def counting(shapes: Shapes) -> AbstractContextManager[None]:
    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        shapes[PLACEHOLDERS.sub("(…)", sql)] += 1
        return execute(sql, params, many, context)

    return connection.execute_wrapper(count)
