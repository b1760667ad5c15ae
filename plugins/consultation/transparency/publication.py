"""The published heads: one file, in which each head is shown to continue the one before."""

from collections.abc import Iterable, Sequence

from .canonical import Document, Value
from .heads import SignedHead
from .log import Log

FORMAT = "dilmac-heads/1"


def published_heads(log: Log, *, heads: Sequence[SignedHead], public_keys: Iterable[bytes]) -> Document:
    """Return the document to publish, oldest head first.

    It must hold the head of every receipt. Raises ValueError if the heads are not in order or not of one log.
    """
    if len({head.log for head in heads}) != 1:
        raise ValueError("Publish the heads of one log, at least one.")
    entries: list[Value] = []
    before = 0
    for head in heads:
        if head.size < before:
            raise ValueError(
                f"A head of {head.size} entries follows one of {before}. Sort the heads by size."
            )
        path = log.consistency_proof(before, size=head.size)
        entries.append({"head": head.document(), "consistency": [step.hex() for step in path]})
        before = head.size
    keys: list[Value] = [key.hex() for key in public_keys]
    return {"format": FORMAT, "log": heads[0].log, "public_keys": keys, "heads": entries}
