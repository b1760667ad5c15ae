"""PDF files: nothing in them may run, launch or carry another file. Compressed objects are looked into."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from .faults import Fault

MOST_BYTES = 60_000_000
HEADER_WITHIN = 1024
NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb">>\s*stream\r?\n")
LONGEST_DICTIONARY = 2000
OTHER_FILTERS = re.compile(rb"LZWDecode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode|/Crypt|/Predictor")
OBJECTS = re.compile(rb"/Type\s*/ObjStm")
END = rb"(?=[\s/<>\[\]()]|$)"
FAULTS = (
    (re.compile(rb"/(?:JavaScript|JS)" + END), Fault.SCRIPT),
    (re.compile(rb"/(?:Launch|ImportData|SubmitForm|XFA)" + END), Fault.SCRIPT),
    (re.compile(rb"/(?:EmbeddedFiles?|RichMedia|3D)" + END), Fault.EMBEDDED_FILE),
)
ENCRYPTED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")


def fault_of_pdf(content: bytes, kind: str) -> Fault | None:
    """Return what is wrong with a PDF file; None when nothing is."""
    if b"%PDF-" not in content[:HEADER_WITHIN]:
        return Fault.TYPE_MISMATCH
    if b"%%EOF" not in content:
        return Fault.DAMAGED
    if ENCRYPTED.search(unescaped(content)):
        return Fault.ENCRYPTED
    return fault_of_objects(content)


def fault_of_objects(content: bytes) -> Fault | None:
    total = 0
    for part in (content, *object_streams(content)):
        if part is None:
            return Fault.ENCRYPTED
        total += len(part)
        if total > MOST_BYTES:
            return Fault.EXPANDS_TOO_MUCH
        names = unescaped(part)
        for pattern, fault in FAULTS:
            if pattern.search(names):
                return fault
    return None


def unescaped(part: bytes) -> bytes:
    """Return it with names spelled out: `/J#61vaScript` is `/JavaScript` to a reader."""
    return NAME_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), part)


def object_streams(content: bytes) -> Iterator[bytes | None]:
    """Return the compressed objects of the file, each up to a bound; None for what cannot be looked into."""
    whole = memoryview(content)
    for match in STREAM.finditer(content):
        begins = content.rfind(b"obj", max(0, match.start() - LONGEST_DICTIONARY), match.start())
        dictionary = unescaped(content[max(begins, 0) : match.start()])
        if not OBJECTS.search(dictionary):
            continue
        if OTHER_FILTERS.search(dictionary):
            yield None
            continue
        try:
            yield zlib.decompressobj().decompress(whole[match.end() :], MOST_BYTES + 1)
        except zlib.error:
            yield None
