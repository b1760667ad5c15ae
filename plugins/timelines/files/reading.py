"""Reads a file into rows of texts, or refuses it whole: what is broken is not guessed at. Pure."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

LARGEST, MOST_ROWS = 5_000_000, 5_000
# Turkish letters of UTF-8 that were read as Windows-1252 or Latin-1 and saved again.
TWICE_ENCODED = re.compile("Ã[§¶¼‡–œ\x87\x96\x9c]|Ä[±Ÿž°\x9f\x9e]|Å[Ÿž\x9f\x9e]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
# A spreadsheet would run a cell that begins like this.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class FileRefused(ValueError):
    """The file as a whole cannot be read. The message says why, and what to do."""


def read_rows(content: bytes, *, columns: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV or JSON file. Columns that are left out stay out. Raises FileRefused."""
    if len(content) > LARGEST:
        raise FileRefused(_("The file is larger than 5 MB. Import it in parts."))
    text = _decoded(content)
    rows = _json_rows(text) if text.lstrip().startswith("[") else _csv_rows(text)
    if len(rows) > MOST_ROWS:
        raise FileRefused(_("The file has more than 5,000 rows. Import it in parts."))
    if unknown := sorted({name for row in rows for name in row} - set(columns)):
        message = _("There is no column “%(name)s”. Take the names from an exported file.")
        raise FileRefused(message % {"name": unknown[0]})
    return [{name: cell.strip() for name, cell in row.items()} for row in rows]


def broken_letters(row: dict[str, str]) -> str | None:
    """Return the first column whose text was damaged on its way; None if all are whole."""
    damaged = (name for name, text in row.items() if TWICE_ENCODED.search(text) or CONTROL.search(text))
    return next(damaged, None)


def write_csv(rows: Iterable[dict[str, str]], *, columns: Sequence[str]) -> bytes:
    """Return the rows as CSV in UTF-8, with the mark by which spreadsheets know it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _harmless(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_json(rows: Iterable[dict[str, str]]) -> bytes:
    return json.dumps(list(rows), ensure_ascii=False, indent=1).encode()


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = _("Line %(line)d is not UTF-8. Save the file as UTF-8 (“CSV UTF-8” in spreadsheets).")
        raise FileRefused(message % {"line": line}) from error


def _json_rows(text: str) -> list[dict[str, str]]:
    try:
        rows = json.loads(text)
    except ValueError as error:
        message = _("The file is not JSON: %(reason)s. Export one to see its form.")
        raise FileRefused(message % {"reason": error}) from error
    is_flat = all(
        isinstance(row, dict) and all(isinstance(cell, str) for cell in row.values()) for row in rows
    )
    if not is_flat:
        raise FileRefused(_("Every row must be an object of texts. Export a file to see its form."))
    return list(rows)


def _csv_rows(text: str) -> list[dict[str, str]]:
    header = text.partition("\n")[0]
    # Turkish spreadsheets part cells with semicolons.
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        message = _("Line %(line)d cannot be read: %(reason)s. Export a file to see its form.")
        raise FileRefused(message % {"line": reader.line_num + 1, "reason": error}) from error
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            message = _("Row %(row)d has not as many cells as the first row. Add or remove some.")
            raise FileRefused(message % {"row": number})
    return [{name: _as_meant(cell) for name, cell in row.items()} for row in rows]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell
