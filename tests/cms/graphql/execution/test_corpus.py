"""Known difficulties: each answer is graphql-core's, with the same errors in the same order."""

from typing import Any

import pytest
from comparing import agreed, schema_of
from corpus import CASES, SDL, Case


def told(root: Any, info: Any, **arguments: Any) -> str:
    return repr(arguments)


SCHEMA = schema_of(SDL, Odd__serialize=lambda value: value or None, Query__sized=told)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_answer_is_graphql_cores(case: Case) -> None:
    agreed(SCHEMA, case.query, root=case.root, variables=case.variables)
