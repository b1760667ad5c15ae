"""Receipts: they hold as issued, in either form, and in no other."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..transparency.hashing import commitment, new_salt
from ..transparency.heads import signed_head
from ..transparency.log import Log
from ..transparency.publication import published_heads
from ..transparency.reading import Unreadable, head_from, receipt_from, receipt_from_json
from ..transparency.receipt_text import receipt_from_text, receipt_text
from ..transparency.receipts import Defect, Receipt, defects, issued
from ..transparency.signing import Signer, is_signed, key_id
from ..transparency.storage import MemoryStore

SIGNER = Signer(bytes(range(32)))
NOON = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
EVERYTHING = set(Defect)


def receipt_in(log: Log, *, reference: str = "EV-2026-003-0042", received_at: datetime = NOON) -> Receipt:
    content, salt = sha256(reference.encode()).digest(), new_salt()
    index = log.append(commitment(content, salt=salt))
    return issued(
        log,
        index=index,
        reference=reference,
        received_at=received_at,
        recorded_at=received_at + timedelta(seconds=2),
        content_hash=content,
        salt=salt,
        head=signed_head(log, name="opinions.example.org", signer=SIGNER, now=NOON),
        signer=SIGNER,
    )


def log_with(entries: int) -> Log:
    log = Log(MemoryStore())
    for number in range(entries):
        log.append(b"%d" % number)
    return log


RECEIPT = receipt_in(log_with(20))


def test_a_receipt_holds_with_the_key_that_signed_it_and_no_other() -> None:
    other = Signer(bytes(32)).public_key

    assert defects(RECEIPT, public_key=SIGNER.public_key) == ()
    assert defects(RECEIPT, public_key=other) == (Defect.RECEIPT_SIGNATURE, Defect.HEAD_SIGNATURE)
    assert set(defects(RECEIPT, public_key=b"short")) == EVERYTHING - {Defect.INCLUSION}


@settings(deadline=None)  # others use the machine, too
@given(
    entries=st.integers(0, 40),
    reference=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,59}", fullmatch=True),
    received_at=st.datetimes(datetime(1970, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)),
)
def test_a_receipt_is_read_back_from_json_and_from_text(
    entries: int, reference: str, received_at: datetime
) -> None:
    receipt = receipt_in(log_with(entries), reference=reference, received_at=received_at)

    assert receipt_from_json(json.dumps(receipt.document())) == receipt
    assert receipt_from_text(receipt_text(receipt)) == receipt
    assert receipt_from_text(receipt_text(receipt).replace("\n", "\r\n> ").replace("> ", "\t ")) == receipt


def test_a_text_that_the_mail_has_harmed_is_still_read() -> None:
    harmed = receipt_text(RECEIPT).encode("ascii", "replace").decode()

    assert receipt_from_text(f"Subject: Your receipt\n\n{harmed}\nKind regards: the ministry\n") == RECEIPT


@settings(deadline=None)  # others use the machine, too
@given(st.data())
def test_no_receipt_holds_after_a_bit_was_changed(data: st.DataObject) -> None:
    written = json.dumps(RECEIPT.document()).encode()
    bit = data.draw(st.integers(0, 8 * len(written) - 1))
    changed = bytearray(written)
    changed[bit // 8] ^= 1 << bit % 8

    try:
        receipt = receipt_from_json(changed.decode())
    except ValueError:  # Unreadable, or no longer UTF-8
        return

    assert receipt == RECEIPT or defects(receipt, public_key=SIGNER.public_key)
    assert receipt != RECEIPT or changed[bit // 8] in b" \t\n\r", "only space between members may change"


@pytest.mark.parametrize(
    "changed",
    [
        {"index": 19},
        {"path": RECEIPT.path[1:]},
        {"salt": bytes(32)},
        {"content_hash": bytes(32)},
        {"head": replace(RECEIPT.head, size=22)},
        {"head": replace(RECEIPT.head, root=bytes(32))},
    ],
)
def test_a_changed_receipt_is_not_signed_and_its_proof_fails_or_its_head_is_not_signed(
    changed: dict[str, object],
) -> None:
    found = set(defects(replace(RECEIPT, **changed), public_key=SIGNER.public_key))

    assert Defect.RECEIPT_SIGNATURE in found
    assert found & {Defect.INCLUSION, Defect.HEAD_SIGNATURE}


def test_a_head_is_no_receipt_and_names_its_key() -> None:
    head = RECEIPT.head

    assert head.key_id == key_id(SIGNER.public_key)
    assert not is_signed(RECEIPT.signed_part(), signature=head.signature, public_key=SIGNER.public_key)
    assert not replace(head, key_id=bytes(32)).is_signed_by(SIGNER.public_key)
    assert head_from(head.document()) == head


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "[]",
        '"dilmac-receipt/1"',
        json.dumps({**RECEIPT.document(), "more": 1}),
        json.dumps({**RECEIPT.document(), "format": "dilmac-receipt/2"}),
        json.dumps({**RECEIPT.document(), "salt": RECEIPT.salt.hex().upper()}),
        json.dumps({**RECEIPT.document(), "salt": "00"}),
        json.dumps({**RECEIPT.document(), "index": True}),
        json.dumps({**RECEIPT.document(), "index": 20.0}),
        json.dumps({**RECEIPT.document(), "index": -1}),
        json.dumps({**RECEIPT.document(), "reference": "one\nSalt: 00"}),
        json.dumps(RECEIPT.document())[:-1] + ', "index": 3}',
    ],
)
def test_another_spelling_is_no_receipt(text: str) -> None:
    with pytest.raises(Unreadable):
        receipt_from_json(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dilmac-receipt/1",
        receipt_text(RECEIPT) + "Index: 3\n",
        receipt_text(RECEIPT).replace("Index: 20", "Index: twenty"),
    ],
)
def test_another_text_is_no_receipt(text: str) -> None:
    with pytest.raises(Unreadable):
        receipt_from_text(text)


def test_a_name_that_could_be_misread_is_refused() -> None:
    with pytest.raises(ValueError, match="is no name: use up to 60 ASCII letters"):
        receipt_in(log_with(0), reference="EV 1\nSalt:")


def test_heads_are_published_in_order_each_with_its_proof() -> None:
    log = log_with(5)
    heads = [signed_head(log, name="log", signer=SIGNER, now=NOON, size=size) for size in (2, 2, 5)]

    published = published_heads(log, heads=heads, public_keys=[SIGNER.public_key])

    assert published == {
        "format": "dilmac-heads/1",
        "log": "log",
        "public_keys": [SIGNER.public_key.hex()],
        "heads": [
            {"head": heads[0].document(), "consistency": []},
            {"head": heads[1].document(), "consistency": []},
            {
                "head": heads[2].document(),
                "consistency": [step.hex() for step in log.consistency_proof(2)],
            },
        ],
    }
    with pytest.raises(ValueError, match="Sort the heads by size"):
        published_heads(log, heads=heads[::-1], public_keys=[])
    with pytest.raises(ValueError, match="at least one"):
        published_heads(log, heads=[], public_keys=[])


def test_a_damaged_document_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match=r"misspells it: 'reference'\. Use it as it was sent\."):
        receipt_from({})
