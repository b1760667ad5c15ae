"""Reads stakeholders from a CSV file, as offices keep them: what would be done with each row, before it is.

Columns may stand in any order, under Turkish or English heads; `;`, `,` and tab separate, UTF-8 and the
Turkish code page are read. A row that cannot be used is told with its number and the reason, and is left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.api import fold

from ..models import Stakeholder, StakeholderContact, StakeholderList

MOST_ROWS, LONGEST_NAME = 5000, 255
CHARSETS = ("utf-8-sig", "cp1254")
HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("ad", "adi", "kurum", "kurum adi", "kurulus", "paydas", "name", "institution", "stakeholder"),
    "category": ("tur", "kategori", "category", "kind"),
    "language": ("dil", "language"),
    "person": ("kisi", "ilgili kisi", "yetkili", "makam", "person", "contact", "office"),
    "email": ("e-posta", "eposta", "e posta", "e-mail", "email", "mail"),
    "unit": ("birim", "sorumlu birim", "unit"),
}


class UnreadableList(Exception):
    """The file is no list of stakeholders. The message says what to change."""


@dataclass(frozen=True)
class Row:
    """A row that can be used. `is_new` is false for a stakeholder who is in the registry already."""

    number: int
    name: str
    category: str
    language: str
    person: str
    email: str
    unit: str
    is_new: bool
    is_new_contact: bool


@dataclass(frozen=True)
class Problem:
    """A row that is left out, and why."""

    number: int
    text: str
    reason: Promise


@dataclass(frozen=True)
class Preview:
    """What importing the file would do."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def preview(content: bytes) -> Preview:
    """Return what importing would do. Nothing is stored. Raises UnreadableList."""
    known = {same(name): pk for pk, name in Stakeholder.objects.values_list("pk", "name")}
    contacts = set(StakeholderContact.objects.values_list("stakeholder_id", "email"))
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, cells in numbered(content):
        name = " ".join(cells.get("name", "").split())
        problem = reason_against(name, cells, seen)
        if problem is not None:
            problems.append(Problem(number, name or cells.get("email", ""), problem))
            continue
        seen.add(same(name))
        pk, email = known.get(same(name)), cells.get("email", "").strip()
        is_new_contact = bool(email) and (pk, email) not in contacts
        rows.append(row_of(number, name, email, cells, is_new=pk is None, is_new_contact=is_new_contact))
    return Preview(tuple(rows), tuple(problems))


def row_of(
    number: int, name: str, email: str, cells: Mapping[str, str], *, is_new: bool, is_new_contact: bool
) -> Row:
    return Row(
        number,
        name,
        category_of(cells.get("category", "")),
        language_of(cells.get("language", "")),
        cells.get("person", "").strip()[:LONGEST_NAME],
        email,
        cells.get("unit", "").strip()[:LONGEST_NAME],
        is_new=is_new,
        is_new_contact=is_new_contact,
    )


@transaction.atomic
def take_in(rows: Iterable[Row], onto: StakeholderList | None = None) -> int:
    """Store the rows and put them on the list; return how many stakeholders are new. Twice is once."""
    by_name = {same(each.name): each for each in Stakeholder.objects.all()}
    added = 0
    members = []
    for row in rows:
        stakeholder = by_name.get(same(row.name))
        if stakeholder is None:
            stakeholder = Stakeholder.objects.create(
                name=row.name, category=row.category, language=row.language, unit=row.unit
            )
            by_name[same(row.name)] = stakeholder
            added += 1
        if row.email:
            StakeholderContact.objects.get_or_create(
                stakeholder=stakeholder, email=row.email, defaults={"person": row.person}
            )
        members.append(stakeholder)
    if onto is not None:
        onto.stakeholders.add(*members)
        onto.save()
    return added


def numbered(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with its number in the file, the cells by what they are."""
    lines = csv.reader(StringIO(decoded(content), newline=""), delimiter=separator(decoded(content)))
    try:
        places = columns(next(lines, []))
        for number, cells in enumerate(lines, 2):
            if number > MOST_ROWS:
                raise UnreadableList(_("The file has more than %(most)d rows.") % {"most": MOST_ROWS})
            if any(cell.strip() for cell in cells):
                yield number, {what: cells[at] for what, at in places.items() if at < len(cells)}
    except csv.Error as error:
        raise UnreadableList(_("The file is no table: a quotation mark is not closed.")) from error


def decoded(content: bytes) -> str:
    for charset in CHARSETS:
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableList(_("The file is no text. Save the table as CSV (UTF-8)."))


def separator(text: str) -> str:
    head = text.partition("\n")[0]
    return max((";", ",", "\t"), key=head.count)


def columns(heads: list[str]) -> dict[str, int]:
    """Return where which column stands. Raises UnreadableList without a column of names."""
    folded = [same(head) for head in heads]
    places = {
        what: next(at for at, head in enumerate(folded) if head in names)
        for what, names in HEADS.items()
        if any(head in names for head in folded)
    }
    if "name" not in places:
        raise UnreadableList(
            _("No column is called “Kurum adı” or “Name”. The first row must say what stands in each column.")
        )
    return places


def reason_against(name: str, cells: Mapping[str, str], seen: set[str]) -> Promise | None:
    if not name:
        return _("There is no name.")
    if len(name) > LONGEST_NAME:
        return _("The name is too long.")
    if same(name) in seen:
        return _("The name stands in the file twice.")
    if email := cells.get("email", "").strip():
        try:
            validate_email(email)
        except ValidationError:
            return _("The e-mail address is none.")
    return None


def same(name: str) -> str:
    """Return what two spellings of a name share."""
    return " ".join(fold(name, language="tr").split())


def category_of(text: str) -> str:
    wanted = same(text)
    for value, label in Stakeholder.Category.choices:
        if wanted in (same(value), *labels(label)):
            return str(value)
    return Stakeholder.Category.OTHER


def labels(label: object) -> Iterator[str]:

    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield same(str(label))


def language_of(text: str) -> str:
    known = dict(settings.LANGUAGES)
    given = same(text)
    named = (code for code, name in known.items() if given in (code, *labels(name)))
    return next(named, settings.LANGUAGE_CODE)
