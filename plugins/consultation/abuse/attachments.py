"""Whether a file may be taken, by what it is and not by what it is called."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LARGEST = 10 * 2**20
"""Bytes of one file."""

SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass
class Rejected(Exception):
    """The file is not taken; `why` is a sentence for its sender."""

    why: Promise


def checked_type(file: BinaryIO, *, size: int) -> str:
    """Return the media type that the content shows. Raises Rejected."""
    if size == 0:
        raise Rejected(_("it is empty."))
    if size > LARGEST:
        raise Rejected(_("it is larger than 10 MB."))
    file.seek(0)
    head = file.read(8)
    kind = next((kind for start, kind in SIGNATURES if head.startswith(start)), None) or office_type(file)
    file.seek(0)
    if kind is None:
        raise Rejected(_("it is no PDF, Word, Excel, PNG or JPEG file."))
    return kind


def office_type(file: BinaryIO) -> str | None:
    """Return the type of a Word or Excel file without macros, by the part that makes it one."""
    try:
        names = set(zipfile.ZipFile(file).namelist())
    except (zipfile.BadZipFile, ValueError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Rejected(_("it contains macros."))
    return next((kind for part, kind in OFFICE.items() if part in names), None)
