"""How much faster our parser is than the `edtf` package: `python -m plugins.timelines.benchmarks.parsing`.

Both read the same strings and work out the first and the last day of each.
"""

import timeit
from collections.abc import Callable
from functools import partial

from edtf import parse_edtf

from ..edtf import earliest, latest, parse

SAMPLES = (
    "2010-04-06",
    "2008-06",
    "2011",
    "198X",
    "2009~",
    "2010-21",
    "2009-36",
    "2010-04-XX",
    "2008-06/2011",
    "1994/..",
    "[2009-11,2009-12]",
)


def main() -> None:
    """Print microseconds a date for both, and the ratio."""
    print(f"{'EDTF':20}{'ours':>10}{'edtf 5':>12}{'ratio':>9}")
    totals = [0.0, 0.0]
    for text in SAMPLES:
        ours = _microseconds(partial(_our_bounds, text), rounds=500)
        theirs = _microseconds(partial(_their_bounds, text), rounds=5)
        totals = [totals[0] + ours, totals[1] + theirs]
        print(f"{text:20}{ours:8.1f}µs{theirs:10.0f}µs{theirs / ours:8.0f}×")
    print(f"{'all':20}{totals[0]:8.1f}µs{totals[1]:10.0f}µs{totals[1] / totals[0]:8.0f}×")


def _microseconds(work: Callable[[], None], *, rounds: int) -> float:
    return min(timeit.repeat(work, number=rounds, repeat=3)) / rounds * 1e6


def _our_bounds(text: str) -> None:
    value = parse(text)
    earliest(value)
    latest(value)


def _their_bounds(text: str) -> None:
    value = parse_edtf(text)
    value.lower_strict()
    value.upper_strict()


if __name__ == "__main__":
    main()
