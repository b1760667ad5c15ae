"""Documents that are archives of XML (Word, Excel, OpenDocument): unpacked within bounds, looked through."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .faults import Fault

MOST_ENTRIES, MOST_BYTES, MOST_RATIO = 2000, 200_000_000, 100
SMALL = 1_000_000
"""Below this, a high ratio is a blank sheet and no bomb."""
CHUNK = 65_536
ENCRYPTED_FLAG = 0x1
ARCHIVE_STARTS = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00")
MAIN_PARTS = {
    "docx": ("word/document.xml",),
    "xlsx": ("xl/workbook.xml",),
    "odt": ("content.xml", "mimetype"),
    "ods": ("content.xml", "mimetype"),
}
MACROS = re.compile(r"vbaproject|vbadata|macrosheets|^basic/|^scripts/|dialogsheets", re.IGNORECASE)
EMBEDDED = re.compile(r"embeddings/|activex/|^object ", re.IGNORECASE)
DECLARATIONS = re.compile(rb"<!(?:doctype|entity)", re.IGNORECASE)
EXTERNAL = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
HYPERLINK = re.compile(rb"/relationships/hyperlink[\"']", re.IGNORECASE)
MACRO_TYPES = (b"macroEnabled", b"ms-office.vbaProject")


def fault_of_archive(content: bytes, kind: str) -> Fault | None:
    """Return what is wrong with a document of this kind; None when nothing is."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            if not set(MAIN_PARTS[kind]) <= {entry.filename for entry in entries}:
                return Fault.TYPE_MISMATCH
            return fault_of_names(entries) or fault_of_parts(archive, entries)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        return Fault.DAMAGED if content.startswith(ARCHIVE_STARTS) else Fault.TYPE_MISMATCH


def fault_of_names(entries: list[ZipInfo]) -> Fault | None:
    if len(entries) > MOST_ENTRIES:
        return Fault.EXPANDS_TOO_MUCH
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        return Fault.ENCRYPTED
    if any(MACROS.search(entry.filename) for entry in entries):
        return Fault.MACROS
    if any(EMBEDDED.search(entry.filename) for entry in entries):
        return Fault.EMBEDDED_FILE
    return None


def fault_of_parts(archive: ZipFile, entries: list[ZipInfo]) -> Fault | None:
    total = 0
    for entry in entries:
        part = unpacked(archive, entry, most=MOST_BYTES - total)
        if part is None or (len(part) > SMALL and len(part) > MOST_RATIO * max(1, entry.compress_size)):
            return Fault.EXPANDS_TOO_MUCH
        total += len(part)
        if fault := fault_of_part(part, entry.filename):
            return fault
    return None


def unpacked(archive: ZipFile, entry: ZipInfo, *, most: int) -> bytes | None:
    """Return a part of the archive; None when it is larger than that, whatever its header says."""
    part = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            part += chunk
            if len(part) > most:
                return None
    return bytes(part)


def fault_of_part(part: bytes, name: str) -> Fault | None:
    if part.startswith(ARCHIVE_STARTS):
        return Fault.NESTED_ARCHIVE
    if not name.endswith((".xml", ".rels", ".rdf", ".svg")):
        return None
    return fault_of_markup(part.replace(b"\x00", b""), name)  # XML may be in UTF-16


def fault_of_markup(plain: bytes, name: str) -> Fault | None:
    if DECLARATIONS.search(plain):
        return Fault.EXTERNAL_CONTENT
    if any(kind in plain for kind in MACRO_TYPES) and name == "[Content_Types].xml":
        return Fault.MACROS
    if name.endswith(".svg") and has_script(plain):
        return Fault.SCRIPT
    if any(not HYPERLINK.search(found) for found in EXTERNAL.findall(plain)):
        return Fault.EXTERNAL_CONTENT
    return None


def has_script(markup: bytes) -> bool:
    """Whether SVG or HTML runs anything when it is opened."""
    return bool(re.search(rb"<script|\bon\w+\s*=|javascript:|<foreignobject", markup, re.IGNORECASE))
