"""Whether a file may come in, told from what is in it; what it is announced as is not believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.functional import Promise

from ..conf import consultation_settings
from .archives import fault_of_archive
from .attempts import Refusal, RefusalCode, SubmissionAttempt, Upload
from .faults import REASONS, Fault
from .images import fault_of_image
from .pdf import fault_of_pdf
from .plain_text import fault_of_text
from .scanning import ScannerUnavailable, fault_found_by_scanner

RETRY_SCANNER = 60

KINDS: dict[str, Callable[[bytes, str], Fault | None]] = {
    "pdf": fault_of_pdf,
    "docx": fault_of_archive,
    "xlsx": fault_of_archive,
    "odt": fault_of_archive,
    "ods": fault_of_archive,
    "png": fault_of_image,
    "jpg": fault_of_image,
    "jpeg": fault_of_image,
    "txt": fault_of_text,
    "csv": fault_of_text,
}
"""What may come in, by the end of its name, with what looks into it."""


TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
}


@dataclass
class Rejected(Exception):
    """The file is not taken; `why` is a sentence for its sender, `fault` the code of it."""

    why: Promise
    fault: Fault


def checked_type(file: BinaryIO, *, size: int) -> str:
    """Return the media type of an uploaded file that may come in. Raises Rejected."""
    most = consultation_settings().attachment_bytes
    file.seek(0)
    upload = Upload(file.name or "", file.read(min(size, most) + 1))
    file.seek(0)
    try:
        fault = fault_of(upload)
    except ScannerUnavailable:
        fault = Fault.SCANNER_UNAVAILABLE
    if fault:
        raise Rejected(REASONS[fault], fault)
    return TYPES[ending_of(upload.name)]


def attachment_gate(attempt: SubmissionAttempt) -> Refusal | None:
    """Refuse the first file that must not come in, with what is wrong with it."""
    if len(attempt.uploads) > consultation_settings().attachments:
        return refusal("attachments", Fault.TOO_MANY)
    for number, upload in enumerate(attempt.uploads):
        field = f"attachments.{number}"
        try:
            fault = fault_of(upload)
        except ScannerUnavailable:
            return Refusal(
                RefusalCode.ATTACHMENT_REJECTED, field, Fault.SCANNER_UNAVAILABLE, retry_after=RETRY_SCANNER
            )
        if fault:
            return refusal(field, fault)
    return None


def fault_of(upload: Upload) -> Fault | None:
    """Return why a file must not come in; None when it may. Raises ScannerUnavailable."""
    if not upload.content:
        return Fault.EMPTY
    if len(upload.content) > consultation_settings().attachment_bytes:
        return Fault.TOO_LARGE
    kind = ending_of(upload.name)
    look_into = KINDS.get(kind)
    if look_into is None:
        return Fault.TYPE_NOT_ALLOWED
    return look_into(upload.content, kind) or fault_found_by_scanner(upload.content)


def ending_of(name: str) -> str:
    return name.rpartition(".")[2].lower()


def refusal(field: str, fault: Fault) -> Refusal:
    return Refusal(RefusalCode.ATTACHMENT_REJECTED, field, fault)
