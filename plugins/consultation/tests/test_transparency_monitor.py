"""What the monitor finds: which row, leaf or node is no longer what it was."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ..transparency.hashing import commitment, leaf_hash
from ..transparency.heads import signed_head
from ..transparency.log import Log
from ..transparency.monitor import Fault, Finding, altered_nodes, is_head_of, row_findings
from ..transparency.records import Record, erased
from ..transparency.signing import Signer
from ..transparency.storage import MemoryStore
from ..transparency.tree import Node

NOW = datetime(2026, 12, 1, tzinfo=UTC)
ROWS = [Record(index=number, content=b'{"n":%d}' % number, salt=bytes([number]) * 32) for number in range(6)]
LEAVES = [row.leaf or b"" for row in ROWS]


def with_row(index: int, row: Record) -> list[Record]:
    return [*ROWS[:index], row, *ROWS[index + 1 :]]


def test_untouched_rows_are_in_order() -> None:
    assert row_findings(ROWS, leaves=LEAVES) == ()


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (with_row(3, replace(ROWS[3], content=b'{"n":4}')), Finding(3, Fault.ALTERED)),
        (with_row(3, replace(ROWS[3], salt=bytes(32))), Finding(3, Fault.ALTERED)),
        (with_row(3, replace(ROWS[3], content=None)), Finding(3, Fault.EMPTIED)),
        (with_row(3, replace(ROWS[3], content=None, salt=None)), Finding(3, Fault.EMPTIED)),
        (with_row(3, replace(erased(ROWS[3], now=NOW), salt=bytes(32))), Finding(3, Fault.NOT_ERASED)),
        (ROWS[:3] + ROWS[4:], Finding(3, Fault.DELETED)),
        (ROWS[:5], Finding(5, Fault.DELETED)),
        ([*ROWS, ROWS[3]], Finding(3, Fault.REPEATED)),
        ([*ROWS, replace(ROWS[3], index=6)], Finding(6, Fault.UNRECORDED)),
        ([*ROWS, replace(ROWS[3], index=-1)], Finding(-1, Fault.UNRECORDED)),
    ],
)
def test_a_changed_row_is_named(rows: list[Record], finding: Finding) -> None:
    assert row_findings(rows, leaves=LEAVES) == (finding,)


def test_two_exchanged_rows_are_both_named() -> None:
    rows = [replace(ROWS[1], index=0), replace(ROWS[0], index=1), *ROWS[2:]]

    assert row_findings(rows, leaves=LEAVES) == (Finding(0, Fault.ALTERED), Finding(1, Fault.ALTERED))


def test_lawful_erasure_leaves_the_leaf_and_nothing_else() -> None:
    gone = erased(ROWS[2], now=NOW)

    assert gone == Record(index=2, content=None, salt=None, withdrawn_at=NOW)
    assert gone.leaf is None
    assert erased(gone, now=datetime(2027, 1, 1, tzinfo=UTC)) == gone
    assert row_findings(with_row(2, gone), leaves=LEAVES) == ()


def test_without_the_salt_the_right_text_is_no_proof() -> None:
    guessed = replace(ROWS[2], salt=bytes(32))

    assert guessed.leaf not in LEAVES


def test_a_leaf_rewritten_with_its_row_shows_in_the_tree_and_against_old_heads() -> None:
    store = MemoryStore()
    log = Log(store)
    for number in range(7):
        log.append(commitment(bytes(32), salt=bytes([number]) * 32))
    heads = [
        signed_head(log, name="log", signer=Signer(bytes(32)), now=NOW, size=size) for size in (0, 2, 5, 7)
    ]
    assert altered_nodes(store) == ()
    assert [is_head_of(head, store=store) for head in heads] == [True] * 4

    store.nodes[Node(0, 4)] = leaf_hash(b"forged")

    assert altered_nodes(store) == (Node(1, 2),)
    assert [is_head_of(head, store=store) for head in heads] == [True, True, False, True]


def test_a_head_of_more_than_is_stored_shows_that_the_log_was_cut() -> None:
    whole = Log(MemoryStore())
    whole.append(b"one")
    head = signed_head(whole, name="log", signer=Signer(bytes(32)), now=NOW)

    assert not is_head_of(head, store=MemoryStore())
