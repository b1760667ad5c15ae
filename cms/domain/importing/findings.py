"""What an import reports: a stable code, a line of the file, and words in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Severity(StrEnum):
    ERROR = "error"  # nothing is imported
    WARNING = "warning"  # a person has to look at the draft
    NOTE = "note"  # mended on the way in


class Code(StrEnum):
    """What can be found. The codes are stable; their messages are not."""

    FILE_EMPTY = "file_empty"
    FILE_IS_NO_TEXT = "file_is_no_text"
    CHARSET_UNKNOWN = "charset_unknown"
    LETTERS_LOST = "letters_lost"
    LETTERS_GARBLED = "letters_garbled"
    CHARSET_CONVERTED = "charset_converted"
    TITLE_ASSUMED = "title_assumed"
    SENTENCE_CUT_OFF = "sentence_cut_off"
    LINK_TARGET_MISSING = "link_target_missing"
    LINK_LEFT_OUT = "link_left_out"
    STRAY_ALT_TEXT = "stray_alt_text"
    CONTENT_LEFT_OUT = "content_left_out"
    WORD_UNKNOWN = "word_unknown"
    LETTERS_COMPOSED = "letters_composed"
    SPACES_NORMALISED = "spaces_normalised"
    INVISIBLE_REMOVED = "invisible_removed"


MESSAGES = {
    Code.FILE_EMPTY: _("The file holds no text."),
    Code.FILE_IS_NO_TEXT: _("The file is not plain text or HTML. Save it as text first."),
    Code.CHARSET_UNKNOWN: _(
        "The file is neither UTF-8 nor UTF-16, and as windows-1254 it would say “%(excerpt)s”. "
        "Save it as UTF-8."
    ),
    Code.LETTERS_LOST: _(
        "Letters are lost for good in “%(excerpt)s”. Import the text from where it still has them."
    ),
    Code.LETTERS_GARBLED: _(
        "“%(excerpt)s” was read with a wrong character set. Save the source anew as UTF-8."
    ),
    Code.CHARSET_CONVERTED: _("The file was windows-1254 and has been converted. Check its letters."),
    Code.TITLE_ASSUMED: _("The text has no title; the draft is called “%(excerpt)s”."),
    Code.SENTENCE_CUT_OFF: _("A sentence ends in an open bracket: “%(excerpt)s”. Was a link lost?"),
    Code.LINK_TARGET_MISSING: _("The words promise a link, but there is none: “%(excerpt)s”."),
    Code.LINK_LEFT_OUT: _("An address that leads nowhere from here was left out: “%(excerpt)s”."),
    Code.STRAY_ALT_TEXT: _("A word stands alone, like the alternative text of a lost image: “%(excerpt)s”."),
    Code.CONTENT_LEFT_OUT: _("This cannot be imported and was left out: %(excerpt)s."),
    Code.WORD_UNKNOWN: _("Perhaps misspelt: “%(excerpt)s”."),
    Code.LETTERS_COMPOSED: _("Letters typed as letter and accent were put together: “%(excerpt)s”."),
    Code.SPACES_NORMALISED: _("No-break or double spaces became single ones: %(excerpt)s."),
    Code.INVISIBLE_REMOVED: _("Invisible characters were removed: %(excerpt)s."),
}
ERRORS = {
    Code.FILE_EMPTY,
    Code.FILE_IS_NO_TEXT,
    Code.CHARSET_UNKNOWN,
    Code.LETTERS_LOST,
    Code.LETTERS_GARBLED,
}
NOTES = {Code.LETTERS_COMPOSED, Code.SPACES_NORMALISED, Code.INVISIBLE_REMOVED}


@dataclass(frozen=True)
class ImportFinding:
    """Something about the text, at a line of the file (counted from 1)."""

    code: Code
    line: int
    excerpt: str = ""

    @property
    def severity(self) -> Severity:
        if self.code in ERRORS:
            return Severity.ERROR
        return Severity.NOTE if self.code in NOTES else Severity.WARNING

    @property
    def message(self) -> str:
        """What is wrong and what to do, in the active language."""
        return str(MESSAGES[self.code]) % {"excerpt": self.excerpt}


def shortened(text: str, *, end: bool = False) -> str:
    """Return enough of the text to find it by: its beginning, or its end."""
    if len(text) <= 60:
        return text
    return f"…{text[-59:]}" if end else f"{text[:59]}…"
