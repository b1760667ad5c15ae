"""What can be wrong with a file. The codes are part of the API."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Fault(StrEnum):
    """Why a file is refused."""

    TOO_MANY = "TOO_MANY"
    EMPTY = "EMPTY"
    TOO_LARGE = "TOO_LARGE"
    TYPE_NOT_ALLOWED = "TYPE_NOT_ALLOWED"
    TYPE_MISMATCH = "TYPE_MISMATCH"
    DAMAGED = "DAMAGED"
    ENCRYPTED = "ENCRYPTED"
    EXPANDS_TOO_MUCH = "EXPANDS_TOO_MUCH"
    NESTED_ARCHIVE = "NESTED_ARCHIVE"
    MACROS = "MACROS"
    SCRIPT = "SCRIPT"
    EMBEDDED_FILE = "EMBEDDED_FILE"
    EXTERNAL_CONTENT = "EXTERNAL_CONTENT"
    MALWARE = "MALWARE"
    SCANNER_UNAVAILABLE = "SCANNER_UNAVAILABLE"


REASONS: Mapping[Fault, Promise] = {
    Fault.TOO_MANY: _("there are too many files."),
    Fault.EMPTY: _("it is empty."),
    Fault.TOO_LARGE: _("it is larger than 10 MB."),
    Fault.TYPE_NOT_ALLOWED: _("only PDF, Word, Excel, OpenDocument, PNG, JPEG and text files are taken."),
    Fault.TYPE_MISMATCH: _("what is in it is not what its name says."),
    Fault.DAMAGED: _("it is damaged."),
    Fault.ENCRYPTED: _("it is encrypted, so that nobody could read it."),
    Fault.EXPANDS_TOO_MUCH: _("it becomes far too large when it is opened."),
    Fault.NESTED_ARCHIVE: _("it contains another archive."),
    Fault.MACROS: _("it contains macros."),
    Fault.SCRIPT: _("it contains a program. Save it as a plain PDF."),
    Fault.EMBEDDED_FILE: _("another file is embedded in it. Send that one by itself."),
    Fault.EXTERNAL_CONTENT: _("it loads something from elsewhere."),
    Fault.MALWARE: _("the virus scanner found something in it."),
    Fault.SCANNER_UNAVAILABLE: _("it cannot be examined just now. Try again in a minute."),
}
"""What a sender is told: the end of the sentence “The file cannot be taken: …”."""
