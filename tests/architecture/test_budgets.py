"""Files and functions stay small enough to be read in one go."""

import ast
from collections.abc import Callable, Sequence
from statistics import median

import pytest
from sources import Function, Module, modules

CODE = [module for module in modules() if not module.is_test]
# A package's one-sentence docstring is no module to read; counted, it would flatter the median.
READ = [module for module in CODE if len(module.tree.body) > 1]
FUNCTIONS = [function for module in modules() for function in module.functions]
TESTS = [function for function in FUNCTIONS if function.name.startswith("test_")]
OTHERS = [function for function in FUNCTIONS if not function.name.startswith("test_")]


@pytest.mark.parametrize(
    ("things", "middle", "nearly_all"),
    [
        pytest.param(READ, 90, 300, id="modules"),
        pytest.param(OTHERS, 12, 35, id="functions"),
        pytest.param(TESTS, 12, 30, id="test functions"),
    ],
)
def test_most_are_short(things: Sequence[Module | Function], middle: int, nearly_all: int) -> None:
    lengths = sorted(thing.lines for thing in things)

    at_95_percent = lengths[int(0.95 * (len(lengths) - 1))]

    assert median(lengths) <= middle, longest(things)
    assert at_95_percent <= nearly_all, longest(things)


@pytest.mark.parametrize(
    ("things", "limit"),
    [
        pytest.param(modules(), 400, id="modules"),
        pytest.param(FUNCTIONS, 60, id="functions"),
    ],
)
def test_none_is_too_long(things: Sequence[Module | Function], limit: int) -> None:
    assert [str(thing.path) for thing in things if thing.lines > limit] == [], longest(things)


def longest(things: Sequence[Module | Function], *, shown: int = 12) -> str:
    by_length: Callable[[Module | Function], int] = lambda thing: -thing.lines  # noqa: E731 -- a sort key
    return "\n".join(place(thing) for thing in sorted(things, key=by_length)[:shown])


def place(thing: Module | Function) -> str:
    if isinstance(thing, Module):
        return f"{thing.lines:5} {thing.path}"
    return f"{thing.lines:5} {thing.path}:{thing.line} {thing.name}"


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(module.path) for module in CODE if not ast.get_docstring(module.tree)]

    assert silent == []
