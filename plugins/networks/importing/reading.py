"""Reads a table out of a file, or refuses it: what is broken is not guessed at. Pure; touches no model."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl import load_workbook

LARGEST, LARGEST_UNPACKED, MOST_ROWS, MOST_COLUMNS = 10_000_000, 200_000_000, 20_000, 100
FIRST_ROW = 2
"""The header is the first row of a table, for people too."""

# “Kalk?nma”: a letter that could not be written was replaced. An address may have `?` between letters.
LOST = re.compile(r"\w\?\w|\ufffd")
# Turkish letters of UTF-8 that were read as Windows-1252 or Latin-1 and saved again.
TWICE_ENCODED = re.compile("Ã[§¶¼‡–œ\x87\x96\x9c]|Ä[±Ÿž°\x9f\x9e]|Å[Ÿž\x9f\x9e]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
ADDRESS = re.compile(r"\w+://\S+")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")


class FileRefused(ValueError):
    """The file as a whole cannot be read. The message says why, and what to do."""


@dataclass(frozen=True)
class Table:
    """The cells of a file as texts, every row as long as the header; and how its letters were read."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str


def read_table(content: bytes) -> Table:
    """Return the table of a CSV or XLSX file. Raises FileRefused."""
    if len(content) > LARGEST:
        raise FileRefused(_("The file is larger than 10 MB. Import it in parts."))
    lines, encoding = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    filled = [_trimmed(line) for line in lines]
    while filled and not filled[-1]:
        filled.pop()
    if not filled or not any(filled[0]):
        raise FileRefused(_("The first row must name the columns."))
    header = filled[0]
    if len(header) > MOST_COLUMNS or len(set(header)) != len(header):
        raise FileRefused(_("The first row names too many columns, or one of them twice."))
    if len(filled) - 1 > MOST_ROWS:
        raise FileRefused(_("The file has more than 20,000 rows. Import it in parts."))
    return Table(header, tuple(_padded(row, len(header)) for row in filled[1:]), encoding)


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text and its encoding: UTF-8 when it is that, else what Turkish Windows or Latin-5 wrote.

    The two differ only in 0x80–0x9F, which Latin-5 keeps for control characters. Raises FileRefused.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        encoding = "cp1254" if WINDOWS_ONLY.search(content) else "iso-8859-9"
    try:
        return content.decode(encoding), encoding.upper()
    except UnicodeDecodeError:
        raise FileRefused(_("The letters cannot be read. Save the file as UTF-8.")) from None


def broken_letters(text: str) -> bool:
    """Whether letters were lost or damaged on the way. Question marks in addresses are meant."""
    words = ADDRESS.sub("", text)
    return any(pattern.search(words) for pattern in (LOST, TWICE_ENCODED, CONTROL))


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell


def _csv(content: bytes) -> tuple[list[Sequence[str]], str]:
    text, encoding = decoded(content)
    header = text.partition("\n")[0]
    # Turkish spreadsheets part cells with semicolons.
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [[_as_meant(cell) for cell in row] for row in reader], encoding
    except csv.Error as error:
        message = _("Line %(line)d cannot be read: %(reason)s.")
        raise FileRefused(message % {"line": reader.line_num + 1, "reason": error}) from error


def _xlsx(content: bytes) -> tuple[list[Sequence[str]], str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise FileRefused(_("The file is larger than 10 MB. Import it in parts."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1, values_only=True)
        return [[_cell(value) for value in row] for row in rows], "XLSX"
    except FileRefused:
        raise
    except Exception as error:  # a damaged workbook fails in a dozen ways, all of which mean this
        raise FileRefused(_("The workbook cannot be opened. Save it as XLSX again.")) from error


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _trimmed(line: Sequence[str]) -> tuple[str, ...]:
    """Return the cells up to the last one that says something."""
    cells = [cell.strip() for cell in line]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return the row as long as the header; what stands beyond it is kept, to be refused with its number."""
    return (*row, *("",) * (width - len(row)))
