"""The receipt as a text to print and keep: labels in both languages, hashes on lines of their own."""

import re
from collections.abc import Iterator
from typing import Any

from .reading import Unreadable, receipt_from
from .receipts import FORMAT, Receipt

TITLE = f"ALINDI BELGESİ / RECEIPT {FORMAT}"
# The English half of a label is what is read back; the Turkish half may suffer in the mail.
LABELS = {
    ("reference",): "Başvuru no / Reference",
    ("received_at",): "Alındığı an / Received at",
    ("recorded_at",): "Kaydedildiği an / Recorded at",
    ("content_hash",): "İçeriğin özeti / Content hash",
    ("salt",): "Tuz / Salt",
    ("index",): "Defterdeki yeri / Index",
    ("path",): "Yol / Path",
    ("head", "log"): "Defter / Head log",
    ("head", "size"): "Defterdeki kayıt sayısı / Head size",
    ("head", "root"): "Defterin kökü / Head root",
    ("head", "signed_at"): "Durumun imzalandığı an / Head signed at",
    ("head", "key_id"): "Anahtarın özeti / Head key id",
    ("head", "signature"): "Durumun imzası / Head signature",
    ("signature",): "Belgenin imzası / Signature",
}
NUMBERS = {("index",), ("head", "size")}
_PLACES = {label.split(" / ")[1]: place for place, label in LABELS.items()}
_LABELLED = re.compile(r"(?:.* / )?([A-Z][A-Za-z ]+):\s*(.*)")
_HEX = re.compile(r"[0-9a-f]{64}")


def receipt_text(receipt: Receipt) -> str:
    """Return the text form; no line is longer than 72 characters unless a name is."""
    document: Any = receipt.document()
    lines = [TITLE]
    for place, label in LABELS.items():
        value = document[place[0]] if len(place) == 1 else document[place[0]][place[1]]
        lines.extend(_lines(label, value))
    return "\n".join(lines) + "\n"


def receipt_from_text(text: str) -> Receipt:
    """Return the receipt that a text tells, however it is indented. Raises Unreadable."""
    if FORMAT not in text:
        raise Unreadable(f"This is no {FORMAT}. Use the text from its title to its last signature.")
    values = _values(text)
    document: dict[str, Any] = {"format": FORMAT, "head": {"format": "dilmac-head/1"}}
    for place, found in values.items():
        inside = document if len(place) == 1 else document[place[0]]
        inside[place[-1]] = _value(place, found)
    return receipt_from(document)


def _lines(label: str, value: str | int | list[str]) -> Iterator[str]:
    if isinstance(value, int) or (isinstance(value, str) and len(value) < 64):
        yield f"{label}: {value}"
        return
    yield f"{label}:"
    hexadecimal = "".join(value)
    yield from (f"  {hexadecimal[start : start + 64]}" for start in range(0, len(hexadecimal), 64))


def _values(text: str) -> dict[tuple[str, ...], list[str]]:
    """Return place → what stands after its label and on the lines below."""
    values: dict[tuple[str, ...], list[str]] = {}
    current: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        labelled = _LABELLED.fullmatch(line)
        if labelled and labelled[1] in _PLACES:
            place = _PLACES[labelled[1]]
            if place in values:
                raise Unreadable(f"{labelled[1]} stands twice. Use the text of one receipt.")
            current = values[place] = [labelled[2]] if labelled[2] else []
        elif _HEX.fullmatch(line):
            current.append(line)
    return values


def _value(place: tuple[str, ...], found: list[str]) -> str | int | list[str]:
    if place == ("path",):
        return found
    joined = "".join(found)
    return int(joined) if place in NUMBERS and joined.isascii() and joined.isdigit() else joined
