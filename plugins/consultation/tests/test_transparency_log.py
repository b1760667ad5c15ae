"""The log of the receipts: roots and proofs are those of RFC 6962, and nothing else passes for one."""

import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .. import transparency
from ..transparency.hashing import EMPTY_ROOT, commitment, leaf_hash, new_salt, node_hash
from ..transparency.log import Log
from ..transparency.proofs import continues, includes
from ..transparency.storage import Conflict, MemoryStore
from ..transparency.tree import Node

# The entries and roots that implementations of Certificate Transparency are tested with.
ENTRIES = [
    *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SIZES = st.integers(1, 130)


def log_of(size: int) -> Log:
    log = Log(MemoryStore())
    for number in range(size):
        log.append(number.to_bytes(4, "big"))
    return log


LONG = log_of(130)


def by_definition(entries: Sequence[bytes]) -> bytes:
    """The root as section 2.1 of RFC 6962 defines it."""
    if len(entries) < 2:
        return leaf_hash(entries[0]) if entries else sha256().digest()
    split = 1 << (len(entries) - 1).bit_length() - 1
    return node_hash(by_definition(entries[:split]), by_definition(entries[split:]))


def flipped(data: bytes, bit: int) -> bytes:
    number = int.from_bytes(data, "big") ^ (1 << bit % (8 * len(data)))
    return number.to_bytes(len(data), "big")


def test_roots_are_the_known_ones() -> None:
    log = Log(MemoryStore())
    roots = [log.root().hex()]

    for entry in ENTRIES:
        log.append(bytes.fromhex(entry))
        roots.append(log.root().hex())

    assert roots == ROOTS
    assert [log.root(size=size).hex() for size in range(9)] == ROOTS


@settings(deadline=None)  # others use the machine, too
@given(st.lists(st.binary(max_size=40), max_size=70))
def test_a_root_is_that_of_the_definition(entries: list[bytes]) -> None:
    log = Log(MemoryStore())

    indices = [log.append(entry) for entry in entries]

    assert indices == list(range(len(entries)))
    assert log.root() == by_definition(entries)


def test_an_append_touches_few_nodes_and_changes_none() -> None:
    store = MemoryStore()
    log = Log(store)
    for number in range(1023):
        log.append(number.to_bytes(4, "big"))
    before = dict(store.nodes)

    log.append(b"the last of 1024")

    assert {node: store.nodes[node] for node in before} == before
    assert set(store.nodes) - set(before) == {Node(level, 1023 >> level) for level in range(11)}


def test_every_small_proof_holds() -> None:
    for size in range(1, 34):
        root = LONG.root(size=size)
        for number in range(size):
            leaf = leaf_hash(number.to_bytes(4, "big"))
            path = LONG.inclusion_proof(number, size=size)
            assert includes(leaf, index=number, size=size, path=path, root=root)
        for old in range(size + 1):
            path = LONG.consistency_proof(old, size=size)
            assert continues(old=old, old_root=LONG.root(size=old), size=size, root=root, path=path)


@settings(deadline=None)  # others use the machine, too
@given(st.data())
def test_no_changed_inclusion_proof_holds(data: st.DataObject) -> None:
    size = data.draw(SIZES)
    index = data.draw(st.integers(0, size - 1))
    bit = data.draw(st.integers(0, 255))
    leaf, root = leaf_hash(index.to_bytes(4, "big")), LONG.root(size=size)
    path = LONG.inclusion_proof(index, size=size)

    assert includes(leaf, index=index, size=size, path=path, root=root)
    assert not includes(flipped(leaf, bit), index=index, size=size, path=path, root=root)
    assert not includes(leaf, index=index, size=size, path=path, root=flipped(root, bit))
    assert not includes(leaf, index=index, size=size, path=(*path, root), root=root)
    assert not includes(leaf, index=index ^ (1 << bit % 8), size=size, path=path, root=root)
    for place, step in enumerate(path):
        altered = (*path[:place], flipped(step, bit), *path[place + 1 :])
        assert not includes(leaf, index=index, size=size, path=altered, root=root)
        assert not includes(leaf, index=index, size=size, path=path[:place] + path[place + 1 :], root=root)


@settings(deadline=None)  # others use the machine, too
@given(st.data())
def test_no_changed_consistency_proof_holds(data: st.DataObject) -> None:
    size = data.draw(SIZES)
    old = data.draw(st.integers(1, size))
    bit = data.draw(st.integers(0, 255))
    was, root, path = LONG.root(size=old), LONG.root(size=size), LONG.consistency_proof(old, size=size)

    assert continues(old=old, old_root=was, size=size, root=root, path=path)
    assert not continues(old=old, old_root=flipped(was, bit), size=size, root=root, path=path)
    assert not continues(old=old, old_root=was, size=size, root=flipped(root, bit), path=path)
    assert not continues(old=old, old_root=was, size=size, root=root, path=(*path, root))
    for place, step in enumerate(path):
        altered = (*path[:place], flipped(step, bit), *path[place + 1 :])
        shorter = path[:place] + path[place + 1 :]
        assert not continues(old=old, old_root=was, size=size, root=root, path=altered)
        assert not continues(old=old, old_root=was, size=size, root=root, path=shorter)


@pytest.mark.parametrize(("old", "size"), [(5, 4), (-1, 4), (1, 0)])
def test_sizes_that_cannot_be_prove_nothing(old: int, size: int) -> None:
    assert not continues(old=old, old_root=EMPTY_ROOT, size=size, root=EMPTY_ROOT, path=())
    assert not includes(EMPTY_ROOT, index=old, size=size, path=(), root=EMPTY_ROOT)


def test_a_replaced_entry_breaks_the_proof_of_consistency() -> None:
    rewritten = Log(MemoryStore())
    for number in range(20):
        rewritten.append(b"forged" if number == 3 else number.to_bytes(4, "big"))

    path = rewritten.consistency_proof(11)

    root = rewritten.root()
    assert not continues(old=11, old_root=LONG.root(size=11), size=20, root=root, path=path)


def test_what_the_log_does_not_hold_is_refused() -> None:
    for ask in (
        lambda: LONG.root(size=131),
        lambda: LONG.root(size=-1),
        lambda: LONG.inclusion_proof(130),
        lambda: LONG.inclusion_proof(-1),
        lambda: LONG.consistency_proof(21, size=20),
    ):
        with pytest.raises(IndexError):
            ask()


def test_of_two_writers_one_is_refused() -> None:
    store = MemoryStore()
    Log(store).append(b"first")

    with pytest.raises(Conflict, match="has 1 entries, so the next is not 0"):
        store.append({Node(0, 0): leaf_hash(b"late")}, index=0)


def test_a_commitment_is_the_hash_of_salt_and_content_hash() -> None:
    salt, content = bytes(range(32)), sha256(b"content").digest()

    assert commitment(content, salt=salt) == sha256(salt + content).digest()
    assert commitment(content, salt=new_salt()) != commitment(content, salt=new_salt())
    with pytest.raises(ValueError, match="32 bytes each"):
        commitment(content + b"0", salt=salt[:31])


def test_nothing_here_knows_django_or_the_host() -> None:
    folder = Path(transparency.__file__).parent
    modules = [f"{transparency.__name__}.{path.stem}" for path in sorted(folder.glob("*.py"))]
    question = f"import sys, {', '.join(modules)}; print({{'django', 'cms', 'wagtail'}} & sys.modules.keys())"

    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, check=True, text=True)

    assert len(modules) > 10
    assert answer.stdout == "set()\n"
