"""The stand-alone verifier: it needs nothing, agrees with us, and says in both languages what is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..transparency import proofs, verify_receipt
from ..transparency.log import Log
from ..transparency.reading import receipt_from
from ..transparency.receipts import defects
from ..transparency.signing import Signer
from ..transparency.storage import MemoryStore
from ..transparency.vectors import generate

PROGRAM = Path(verify_receipt.__file__)
VECTORS = generate.FOLDER
FILES = {path.name: path.read_bytes() for path in VECTORS.iterdir() if path.suffix in {".json", ".txt"}}
RECEIPT: Any = json.loads(FILES["receipt.json"])
HEADS: Any = json.loads(FILES["heads.json"])
KEY = FILES["public_key.txt"].decode().strip()

# RFC 8032, section 7.1, tests 1 to 3: public key, message, signature.
ED25519 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., tuple[int, list[str]]]:
    """Run the program alone, without any installed package; returns its exit code and its lines."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)

    def run(*words: str, lang: str = "C", **files: object) -> tuple[int, list[str]]:
        for name, content in files.items():
            (tmp_path / f"{name}.json").write_text(json.dumps(content))
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(PROGRAM), *words],
            cwd=tmp_path,
            env={**os.environ, "LC_ALL": "", "LC_MESSAGES": "", "LANG": lang},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert not done.stderr
        return done.returncode, done.stdout.splitlines()

    return run


Run = Callable[..., tuple[int, list[str]]]


def altered(document: Any, *path: str | int, value: object) -> Any:
    copy = deepcopy(document)
    inside = copy
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return copy


def test_the_vectors_are_what_the_program_writes() -> None:
    assert generate.files() == FILES


def test_the_package_finds_nothing_wrong_with_the_receipt_of_the_vectors() -> None:
    assert defects(receipt_from(RECEIPT), public_key=bytes.fromhex(KEY)) == ()


@pytest.mark.parametrize("receipt", ["receipt.json", "receipt.txt"])
def test_a_genuine_receipt_is_valid(run: Run, receipt: str) -> None:
    code, lines = run(receipt, "heads.json", "--submission", "submission.json", "--key", KEY)

    assert (code, lines) == (
        0,
        [
            (
                "EV-2026-003-0002: received 2026-11-30T20:59:51Z, recorded 2026-11-30T20:59:53Z; "
                "entry 1 of opinions.example.org"
            ),
            f"  ✓ A key for the receipt is known: {RECEIPT['head']['key_id']}",
            "  ✓ The receipt is signed with it",
            "  ✓ The state of the log is signed with it",
            "  ✓ The log holds the entry",
            "  ✓ The submission is the one received",
            "  ✓ The published states do not contradict the receipt",
            "  ✓ Since then, entries were only added",
            "  ✓ The last published state is signed",
            "VALID",
        ],
    )


@pytest.mark.parametrize(
    ("words", "lang", "verdict"),
    [
        ([], "C", "VALID"),
        ([], "tr_TR.UTF-8", "GEÇERLİ"),
        (["--language", "en"], "tr_TR.UTF-8", "VALID"),
        (["--language=tr"], "en_GB.UTF-8", "GEÇERLİ"),
    ],
)
def test_the_language_is_that_of_the_reader(run: Run, words: list[str], lang: str, verdict: str) -> None:
    code, lines = run("receipt.txt", "heads.json", *words, lang=lang)

    assert (code, lines[-1]) == (0, verdict)


def test_both_languages_say_the_same_things() -> None:
    english, turkish = verify_receipt.ENGLISH, verify_receipt.TURKISH

    assert english.keys() == turkish.keys()
    assert all(english[key].count("{") == turkish[key].count("{") for key in english)


@pytest.mark.parametrize(
    ("path", "value", "failing"),
    [
        (["received_at"], "2026-11-30T20:59:50Z", {"The receipt is signed with it"}),
        (["index"], 0, {"The receipt is signed with it", "The log holds the entry"}),
        (["salt"], "00" * 32, {"The receipt is signed with it", "The log holds the entry"}),
        (["path"], [], {"The receipt is signed with it", "The log holds the entry"}),
        (
            ["head", "size"],
            3,
            {
                "The receipt is signed with it",
                "The state of the log is signed with it",
                "The log holds the entry",
                "The published states do not contradict the receipt",
                "Since then, entries were only added",
            },
        ),
    ],
)
def test_a_changed_receipt_is_not_valid(run: Run, path: list[str], value: object, failing: set[str]) -> None:
    code, lines = run("changed.json", "heads.json", changed=altered(RECEIPT, *path, value=value))

    failed = {line[4:] for line in lines if line.startswith("  ✗ ")}
    assert code == 1
    assert failed <= failing
    assert "The receipt is signed with it" in failed


@pytest.mark.parametrize(
    ("path", "value", "failing"),
    [
        (["heads", 2, "consistency"], [], "Since then, entries were only added"),
        (["heads", 2, "head", "root"], "00" * 32, "Since then, entries were only added"),
        (["heads", 2, "head", "signature"], "00" * 64, "The last published state is signed"),
        (["heads", 1, "head", "root"], "00" * 32, "The published states do not contradict the receipt"),
        (["log"], "another", "The published states do not contradict the receipt"),
        (["public_keys"], [], "A key for the receipt is known: " + RECEIPT["head"]["key_id"]),
    ],
)
def test_heads_that_rewrite_history_are_not_valid(
    run: Run, path: list[str], value: object, failing: str
) -> None:
    code, lines = run("receipt.txt", "changed.json", changed=altered(HEADS, *path, value=value))

    assert code == 1
    assert f"  ✗ {failing}" in lines


def test_another_submission_or_another_key_is_not_valid(run: Run) -> None:
    code, lines = run("receipt.txt", "heads.json", "--submission", "receipt.txt")
    assert (code, "  ✗ The submission is the one received" in lines) == (1, True)

    code, lines = run("receipt.txt", "heads.json", "--key", "00" * 32)
    assert (code, "  ✗ The receipt is signed with it" in lines) == (1, True)


def test_a_receipt_that_is_not_among_the_published_heads_is_not_yet_valid(run: Run) -> None:
    older = {**HEADS, "heads": HEADS["heads"][:1]}

    assert run("receipt.txt", "older.json", older=older)[0] == 3
    assert run("receipt.txt", "--key", KEY)[0] == 3


@pytest.mark.parametrize(
    ("words", "first_line"),
    [
        (["missing.txt", "heads.json"], "missing.txt cannot be read: No such file or directory"),
        (["heads.json", "heads.json"], "heads.json is damaged or is something else: dilmac-receipt/1"),
        (["receipt.txt", "receipt.json"], "receipt.json is damaged or is something else: dilmac-heads/1"),
        (["tree.json", "heads.json"], "tree.json is damaged or is something else: dilmac-receipt/1"),
        (
            ["public_key.txt", "heads.json"],
            "public_key.txt is damaged or is something else: dilmac-receipt/1",
        ),
        (["receipt.txt"], verify_receipt.USAGE.splitlines()[0]),
        (["receipt.txt", "--key", "AB"], verify_receipt.USAGE.splitlines()[0]),
        ([], verify_receipt.USAGE.splitlines()[0]),
    ],
)
def test_what_cannot_be_read_is_told_apart_from_what_is_not_valid(
    run: Run, words: list[str], first_line: str
) -> None:
    code, lines = run(*words)

    assert (code, lines[0]) == (2, first_line)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["more"], 1),
        (["index"], True),
        (["index"], 1.0),
        (["index"], -1),
        (["salt"], 64),
        (["salt"], RECEIPT["salt"].upper()),
        (["signature"], "00"),
        (["path"], "00" * 32),
        (["path"], [64]),
        (["head"], []),
        (["reference"], "one two"),
        (["format"], "dilmac-receipt/2"),
    ],
)
def test_a_misspelt_receipt_cannot_be_read(run: Run, path: list[str], value: object) -> None:
    assert run("misspelt.json", "heads.json", misspelt=altered(RECEIPT, *path, value=value))[0] == 2


def test_a_log_of_no_entries_holds_nothing(run: Run) -> None:
    empty = altered(RECEIPT, "head", "size", value=0)
    heads = altered(HEADS, "heads", 0, "head", "size", value=0)

    assert run("empty.json", "heads.json", empty=empty, heads=heads)[0] == 1


def test_help_is_told_in_the_language_of_the_reader(run: Run) -> None:
    assert run("--help", lang="tr_TR.UTF-8") == (0, verify_receipt.KULLANIM.splitlines())


@pytest.mark.parametrize(("key", "message", "signature"), ED25519)
def test_signatures_are_those_of_the_standard(key: str, message: str, signature: str) -> None:
    given = bytes.fromhex(signature), bytes.fromhex(message), bytes.fromhex(key)

    assert verify_receipt.is_signature(*given)
    assert not verify_receipt.is_signature(given[0], given[1] + b"0", given[2])
    assert not verify_receipt.is_signature(beyond_the_order(given[0]), given[1], given[2])


@settings(deadline=None)  # others use the machine, too
@given(st.data())
def test_no_changed_signature_is_one(data: st.DataObject) -> None:
    signature = bytearray(Signer(bytes(32)).sign({"a": 1}))
    key = Signer(bytes(32)).public_key
    bit = data.draw(st.integers(0, 511))
    assert verify_receipt.is_signature(bytes(signature), b'{"a":1}', key)

    signature[bit // 8] ^= 1 << bit % 8

    assert not verify_receipt.is_signature(bytes(signature), b'{"a":1}', key)


def test_two_implementations_agree_on_every_small_proof() -> None:
    log = Log(MemoryStore())
    for number in range(20):
        log.append(b"%d" % number)

    for size in range(1, 21):
        root = log.root(size=size)
        for old in range(1, 21):
            path = log.consistency_proof(min(old, size), size=size)
            known = {"old_root": log.root(size=old), "size": size, "root": root, "path": list(path)}
            assert (
                verify_receipt.is_continued(old, **known)
                is proofs.continues(old=old, **known)
                is (old <= size)
            )


def beyond_the_order(signature: bytes) -> bytes:
    larger = int.from_bytes(signature[32:], "little") + verify_receipt.ORDER
    return signature[:32] + larger.to_bytes(32, "little")


def test_the_verifier_accepts_the_tree_of_the_vectors() -> None:
    tree = json.loads(FILES["tree.json"])
    entries, roots = [bytes.fromhex(entry) for entry in tree["entries"]], [*map(bytes.fromhex, tree["roots"])]

    for case in tree["inclusion"]:
        leaf = verify_receipt.sha256(b"\x00", entries[case["index"]])
        path = [*map(bytes.fromhex, case["path"])]
        assert verify_receipt.is_included(leaf, case["index"], case["size"], path, roots[case["size"]])
    for case in tree["consistency"]:
        old, size, path = case["old"], case["size"], [*map(bytes.fromhex, case["path"])]
        assert old == 0 or verify_receipt.is_continued(old, roots[old], size, roots[size], path)
