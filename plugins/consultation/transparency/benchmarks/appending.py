"""How long the log takes: `python -m plugins.consultation.transparency.benchmarks.appending`."""

import time
from collections.abc import Callable, Iterable

from ..hashing import leaf_hash
from ..log import Log
from ..proofs import continues, includes
from ..storage import MemoryStore

ENTRIES = 10_000
EVERY = 10


def main() -> None:
    """Print microseconds for each thing that is asked of a log of 10,000 entries in memory."""
    log = Log(MemoryStore())
    _measure("append", range(ENTRIES), lambda index: log.append(index.to_bytes(32, "big")))
    some = range(1, ENTRIES, EVERY)
    root, roots = log.root(), {size: log.root(size=size) for size in some}
    inclusion = {index: log.inclusion_proof(index) for index in some}
    consistency = {size: log.consistency_proof(size) for size in some}
    _measure("root", some, lambda size: log.root(size=size))
    _measure("prove inclusion", some, log.inclusion_proof)
    _measure("prove consistency", some, log.consistency_proof)
    _measure(
        "verify inclusion",
        some,
        lambda index: includes(
            leaf_hash(index.to_bytes(32, "big")), index=index, size=ENTRIES, path=inclusion[index], root=root
        ),
    )
    _measure(
        "verify consistency",
        some,
        lambda old: continues(old=old, old_root=roots[old], size=ENTRIES, root=root, path=consistency[old]),
    )


def _measure(name: str, numbers: Iterable[int], work: Callable[[int], object]) -> None:
    numbers = list(numbers)
    start = time.perf_counter()
    for number in numbers:
        work(number)
    seconds = time.perf_counter() - start
    print(f"{name:20}{len(numbers):>7} times{seconds:>8.3f} s{seconds / len(numbers) * 1e6:>9.1f} µs each")


if __name__ == "__main__":
    main()
