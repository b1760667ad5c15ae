"""Whatever the schema, the values and the document: the answer and the errors are graphql-core's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from comparing import answers
from graphql import OverlappingFieldsCanBeMergedRule, print_schema
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from random_queries import Queries
from random_schemas import random_schema
from random_values import Dice, Thing, Values

from cms.graphql.execution import Plans, Refused

pytestmark = pytest.mark.standalone

SCHEMAS, DOCUMENTS, RUNS = 215, 4, 6
# Random documents can be wrong in no other way that matters here.
RULES = [OverlappingFieldsCanBeMergedRule]


def test_random_operations_are_answered_as_graphql_core_does() -> None:
    compared: Counter[str] = Counter()

    @given(random=st.randoms(use_true_random=True))
    @settings(max_examples=SCHEMAS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def compare(random: Random) -> None:
        for data, errors in equal_answers(random):
            compared.update({"all": 1, "with data": data != "None", "with errors": bool(errors)})

    compare()

    assert compared["all"] >= 5_000
    assert compared["with data"] >= 4_000
    assert compared["with errors"] >= 2_000


def equal_answers(random: Random) -> Iterator[tuple[str, list[object]]]:
    """Yield answers on which graphql-core and we agree. Fails where we do not."""
    schema = random_schema(random)
    plans = Plans(schema, rules=RULES)
    values = Values(schema, badness=random.choice([0, 2, 5, 10, 25]))
    queries = Queries(schema, random)
    for text in valid_documents(queries, plans):
        for _ in range(RUNS):
            dice, variables = Dice(random.getrandbits(32)), queries.variables()
            core, ours = answers(
                text, plans=plans, root=lambda dice=dice: Thing(values, "Query", dice), variables=variables
            )
            if ours != core:
                note(f"{print_schema(schema)}\n{text}\n{variables}\nbadness {values.badness}, {dice}")
            assert ours == core
            yield core


def valid_documents(queries: Queries, plans: Plans) -> Iterator[str]:
    found = 0
    while found < DOCUMENTS:
        text = queries.document()
        try:
            plans.plan(text)
        except Refused:
            continue
        found += 1
        yield text
