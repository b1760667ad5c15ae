#!/usr/bin/env python3
"""Verify a receipt against the published heads: one file that needs nothing but Python 3.11 or newer.

It shares no code with the system that issues receipts. `verify_receipt.py --help` tells its use.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Point = tuple[int, int, int, int]
Keys = dict[str, bytes]  # by their SHA-256
Check = tuple[str, bool]

VALID, INVALID, UNUSABLE, NOT_YET = 0, 1, 2, 3

USAGE = """\
Use: verify_receipt.py RECEIPT [HEADS] [--submission FILE] [--key HEX] [--language tr|en]
  RECEIPT       the receipt, as text or as JSON
  HEADS         the published heads; without them, --key is needed
  --submission  the canonical JSON of what was submitted
  --key         a public key that you trust, also repeated; without it, those in HEADS are believed
Exit code: 0 valid; 1 not valid; 2 cannot be read; 3 valid so far, but not among the published heads."""
KULLANIM = """\
Kullanım: verify_receipt.py BELGE [DURUMLAR] [--submission DOSYA] [--key ANAHTAR] [--language DİL]
  BELGE         alındı belgesi, metin ya da JSON olarak
  DURUMLAR      defterin yayımlanan imzalı durumları; verilmezse --key gerekir
  --submission  gönderilen görüşün kurallı JSON biçimi
  --key         güvendiğiniz açık anahtar, yinelenebilir; verilmezse DURUMLAR içindekilere inanılır
Çıkış kodu: 0 geçerli; 1 geçersiz; 2 okunamıyor; 3 şimdilik geçerli, yayımlananlar arasında yok."""
ENGLISH = {
    "usage": USAGE,
    "file": "{} cannot be read: {}",
    "format": "{} is damaged or is something else: {}",
    "facts": "{reference}: received {received_at}, recorded {recorded_at}; entry {index} of {log}",
    "key": "A key for the receipt is known: {}",
    "receipt_signature": "The receipt is signed with it",
    "head_signature": "The state of the log is signed with it",
    "inclusion": "The log holds the entry",
    "content": "The submission is the one received",
    "agreement": "The published states do not contradict the receipt",
    "history": "Since then, entries were only added",
    "last_signature": "The last published state is signed",
    "trust": "The key comes from the heads themselves: compare it with the one announced by the institution.",
    "0": "VALID",
    "1": "NOT VALID. Keep the receipt and ask the institution, or whoever supervises it.",
    "3": "VALID SO FAR. This state of the log is not among the published ones: try again with newer heads.",
}
TURKISH = {
    "usage": KULLANIM,
    "file": "{} okunamıyor: {}",
    "format": "{} bozulmuş ya da başka bir şey: {}",
    "facts": "{reference}: alındı {received_at}, kaydedildi {recorded_at}; {log} defterinde yeri {index}",
    "key": "Belgenin anahtarı biliniyor: {}",
    "receipt_signature": "Belge bu anahtarla imzalı",
    "head_signature": "Defterin durumu bu anahtarla imzalı",
    "inclusion": "Kayıt defterde yer alıyor",
    "content": "Gönderilen görüş, alınan görüşle aynı",
    "agreement": "Yayımlanan durumlar belgeyle çelişmiyor",
    "history": "O günden bu yana deftere yalnızca ekleme yapılmış",
    "last_signature": "Yayımlanan son durum imzalı",
    "trust": "Anahtar, durumların dosyasından alındı: kurumun duyurduğu anahtarla karşılaştırın.",
    "0": "GEÇERLİ",
    "1": "GEÇERSİZ. Belgeyi saklayın; kuruma ya da onu denetleyen makama başvurun.",
    "3": "ŞİMDİLİK GEÇERLİ. Defterin bu durumu yayımlananlar arasında yok: yeni durumlarla yeniden deneyin.",
}


class Unusable(Exception):
    """Something cannot be read: the message's key and what it tells."""


# Ed25519 (RFC 8032, section 5.1), slow and plain: it holds no secret

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def point_from(data: bytes) -> Point | None:
    """Return the point (x, y, z, xy) that 32 bytes stand for, or None."""
    sign, y = data[31] >> 7, int.from_bytes(data, "little") & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def added(one: Point, other: Point) -> Point:
    """Return the sum of two points."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor: int, point: Point) -> Point:
    """Return a multiple of a point."""
    result: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = added(result, point)
        point, factor = added(point, point), factor >> 1
    return result


def is_signature(signature: bytes, message: bytes, public_key: bytes) -> bool:
    """Whether it is the signature of the message by the owner of the key."""
    key, nonce, base = (point_from(part) for part in (public_key, signature[:32], b"\x58" + b"\x66" * 31))
    s = int.from_bytes(signature[32:], "little")
    if key is None or nonce is None or base is None or s >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    right = added(nonce, times(int.from_bytes(digest, "little") % ORDER, key))
    left = times(s, base)
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


# The log (RFC 9162, section 2.1)


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01", left, right)


def is_included(leaf: bytes, index: int, size: int, path: list[bytes], root: bytes) -> bool:
    """Whether the leaf is entry `index` of the log of that size and root."""
    if index >= size:
        return False
    last = size - 1
    for step in path:
        if last == 0:
            return False
        if index & 1 or index == last:
            leaf = node(step, leaf)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            leaf = node(leaf, step)
        index, last = index >> 1, last >> 1
    return last == 0 and leaf == root


def is_continued(old: int, old_root: bytes, size: int, root: bytes, path: list[bytes]) -> bool:
    """Whether the log of that size and root begins with the old one; `old` is at least 1."""
    if old == size:
        return not path and old_root == root
    if not 0 < old < size or not path:
        return False
    path = [old_root, *path] if old & (old - 1) == 0 else path
    index, last = old - 1, size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    before = after = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if index & 1 or index == last:
            before, after = node(step, before), node(step, after)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            after = node(after, step)
        index, last = index >> 1, last >> 1
    return last == 0 and (before, after) == (old_root, root)


# Reading

MEMBERS = {
    "dilmac-receipt/1": "reference received_at recorded_at content_hash salt index path head signature",
    "dilmac-heads/1": "log public_keys heads",
    "dilmac-head/1": "log size root signed_at key_id signature",
}
NUMBERS, NAMES = {"index", "size"}, {"reference", "log", "received_at", "recorded_at", "signed_at"}


def fits(document: Any, kind: str) -> bool:
    """Whether a document of this format has its members and no other, each well spelled."""
    members = {"format", *MEMBERS[kind].split()}
    return (
        isinstance(document, dict)
        and set(document) == members
        and document["format"] == kind
        and all(is_well_spelled(name, document[name]) for name in members)
    )


def is_well_spelled(name: str, value: Any) -> bool:
    if name == "head":
        return fits(value, "dilmac-head/1")
    if name in NUMBERS:
        return type(value) is int and 0 <= value < 2**53
    if name == "heads":
        return isinstance(value, list) and bool(value) and all(map(is_entry, value))
    if name in {"path", "public_keys", "consistency"}:
        return isinstance(value, list) and all(is_well_spelled("hash", item) for item in value)
    pattern = "[A-Za-z0-9._:/-]{1,60}" if name in {"format", *NAMES} else "[0-9a-f]{64}"
    pattern = "[0-9a-f]{128}" if name == "signature" else pattern
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_entry(value: Any) -> bool:
    members = {"head", "consistency"}
    return (
        isinstance(value, dict)
        and set(value) == members
        and all(is_well_spelled(n, value[n]) for n in members)
    )


def from_text(text: str) -> dict[str, Any]:
    """Return the document that the text form tells. Of a label only the English half counts."""
    head: dict[str, Any] = {"format": "dilmac-head/1"}
    document: dict[str, Any] = {"format": "dilmac-receipt/1", "head": head}
    values: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        label = re.fullmatch(r"(?:.* / )?(Head )?([A-Za-z ]+):\s*(.*)", line)
        name = label[2].lower().replace(" ", "_") if label else ""
        if label and name in MEMBERS["dilmac-head/1" if label[1] else "dilmac-receipt/1"].split():
            values = (head if label[1] else document).setdefault(name, [])
            values.extend(filter(None, [label[3]]))
        elif re.fullmatch("[0-9a-f]{64}", line):
            values.append(line)
    for target in (document, head):
        for name in target.keys() - {"path", "format", "head"}:
            joined = "".join(target[name])
            target[name] = number(joined) if name in NUMBERS else joined
    return document


def number(text: str) -> int:
    if not re.fullmatch("0|[1-9][0-9]{0,15}", text):
        raise ValueError(text)
    return int(text)


def unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def content_of(file: str) -> bytes:
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except OSError as error:
        raise Unusable("file", file, error.strerror) from error


def read(file: str, kind: str) -> Any:
    """Return the document in a file of this format."""
    try:
        text = content_of(file).decode("utf-8-sig")
        is_json = text.lstrip().startswith("{")
        document = json.loads(text, object_pairs_hook=unrepeated) if is_json else from_text(text)
    except (ValueError, RecursionError) as error:
        raise Unusable("format", file, error) from error
    if not fits(document, kind):
        raise Unusable("format", file, kind)
    return document


# The verdict


def is_signed(document: dict[str, Any], keys: Keys) -> bool:
    """Whether a signed document is signed with the key that its head names."""
    key = keys.get(document.get("head", document)["key_id"])
    unsigned = {name: value for name, value in document.items() if name != "signature"}
    message = json.dumps(unsigned, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return key is not None and is_signature(bytes.fromhex(document["signature"]), message, key)


def receipt_checks(receipt: Any, keys: Keys, submission: bytes | None) -> Iterator[Check]:
    """Yield (message, whether it holds) for what a receipt shows by itself."""
    head, content = receipt["head"], bytes.fromhex(receipt["content_hash"])
    yield "key", head["key_id"] in keys
    yield "receipt_signature", is_signed(receipt, keys)
    yield "head_signature", is_signed(head, keys)
    leaf = sha256(b"\x00", sha256(bytes.fromhex(receipt["salt"]), content))
    path = [bytes.fromhex(step) for step in receipt["path"]]
    yield "inclusion", is_included(leaf, receipt["index"], head["size"], path, bytes.fromhex(head["root"]))
    if submission is not None:
        yield "content", sha256(submission) == content


def history_checks(receipt: Any, published: Any, keys: Keys) -> Iterator[Check]:
    """Yield (message, whether it holds) for the published heads; "history" only if they reach back."""
    head, entries = receipt["head"], published["heads"]
    same = [place for place, entry in enumerate(entries) if entry["head"]["size"] == head["size"]]
    logs = {published["log"], *(entry["head"]["log"] for entry in entries)}
    roots = {entries[place]["head"]["root"] for place in same}
    yield "agreement", logs == {head["log"]} and roots <= {head["root"]}
    if same:
        since = entries[same[0] :]
        yield "history", all(follows(earlier["head"], later) for earlier, later in pairwise(since))
        yield "last_signature", is_signed(since[-1]["head"], keys)


def follows(head: Any, entry: Any) -> bool:
    later, path = entry["head"], [bytes.fromhex(step) for step in entry["consistency"]]
    roots = (bytes.fromhex(head["root"]), bytes.fromhex(later["root"]))
    return is_continued(head["size"], roots[0], later["size"], roots[1], path)


def verified(arguments: argparse.Namespace, say: Any) -> int:
    """Say what holds and what does not; return the exit code."""
    receipt = read(arguments.receipt, "dilmac-receipt/1")
    published = read(arguments.heads, "dilmac-heads/1") if arguments.heads else {"public_keys": []}
    submission = content_of(arguments.submission) if arguments.submission else None
    trusted = [bytes.fromhex(key) for key in arguments.key or published["public_keys"]]
    keys = {sha256(key).hex(): key for key in trusted}
    say("facts", **receipt, log=receipt["head"]["log"])
    checks = list(receipt_checks(receipt, keys, submission))
    if arguments.heads:
        checks += history_checks(receipt, published, keys)
    for message, holds in checks:
        say(message, receipt["head"]["key_id"], before="  ✓ " if holds else "  ✗ ")
    if not arguments.key:
        say("trust")
    code = INVALID if not all(dict(checks).values()) else VALID if "history" in dict(checks) else NOT_YET
    say(str(code))
    return code


class Parser(argparse.ArgumentParser):
    """Leaves complaints to us, who have them in two languages."""

    def error(self, message: str) -> Any:
        raise Unusable("usage")


def public_key(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise ValueError(text)
    return text


def asked(words: list[str]) -> argparse.Namespace:
    parser = Parser(add_help=False)
    parser.add_argument("receipt", nargs="?")
    parser.add_argument("heads", nargs="?")
    parser.add_argument("--submission")
    parser.add_argument("--key", action="append", type=public_key)
    parser.add_argument("--language", choices=["tr", "en"])
    parser.add_argument("--help", action="store_true")
    arguments = parser.parse_args(words)
    if not arguments.help and not (arguments.receipt and (arguments.heads or arguments.key)):
        raise Unusable("usage")
    return arguments


def main(words: list[str]) -> int:
    """Verify what the command line names; return the exit code."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    chosen = re.search(r"--language[ =](tr|en)", " ".join(words))
    is_turkish = chosen[1] == "tr" if chosen else locale.startswith("tr")

    def say(message: str, *values: Any, before: str = "", **named: Any) -> None:
        told = (TURKISH if is_turkish else ENGLISH)[message].format(*values, **named)
        sys.stdout.write(f"{before}{told}\n")

    try:
        arguments = asked(words)
        if not arguments.help:
            return verified(arguments, say)
        say("usage")
    except Unusable as problem:
        say(*problem.args)
        return UNUSABLE
    return VALID


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal or a file
    sys.exit(main(sys.argv[1:]))
