"""Both languages of the interface are complete. English is in the code, Turkish in the catalogues."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize
from sources import ROOT

from cms.management.commands.compile_catalogues import catalogues, is_compiled

PACKAGES = [Path("cms"), *sorted(path.parent.relative_to(ROOT) for path in ROOT.glob("plugins/*/apps.py"))]
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
UNSEEN = {"tests", "migrations", "benchmarks", "static"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Message = tuple[str | None, str]  # context, English text


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_every_message_has_its_turkish(package: Path) -> None:
    entries = {(entry.msgctxt, entry.msgid): entry for entry in catalogue(package)}

    untranslated = {
        message: places
        for message, places in sorted(used_in(package).items(), key=str)
        if message not in entries or not entries[message].translated()
    }

    assert untranslated == {}


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_catalogue_holds_nothing_fuzzy_and_nothing_unused(package: Path) -> None:
    used = used_in(package)

    wrong = [
        entry.msgid
        for entry in catalogue(package)
        if entry.fuzzy or entry.obsolete or (entry.msgctxt, entry.msgid) not in used
    ]

    assert wrong == []


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_translations_keep_the_placeholders(package: Path) -> None:
    broken = [
        (entry.msgid, text)
        for entry in catalogue(package)
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    ]

    assert broken == []


def test_catalogues_are_compiled() -> None:
    assert [source for source in catalogues(ROOT) if not is_compiled(source)] == []


def catalogue(package: Path) -> list[polib.POEntry]:
    """Return the package's Turkish entries; a package without messages needs no catalogue."""
    file = ROOT / package / "locale/tr/LC_MESSAGES/django.po"
    return list(polib.pofile(str(file))) if file.is_file() else []


def used_in(package: Path) -> dict[Message, list[str]]:
    """Return the package's messages with the places that say them."""
    found: dict[Message, list[str]] = {}
    for file in sorted((ROOT / package).rglob("*")):
        if file.suffix in {".py", ".html", ".txt"} and not UNSEEN & set(file.relative_to(ROOT).parts):
            for line, message in messages_in(file):
                found.setdefault(message, []).append(f"{file.relative_to(ROOT)}:{line}")
    return found


def messages_in(file: Path) -> Iterator[tuple[int, Message]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # Without indentation: what a template becomes is no whole Python, only full of its calls.
        text = re.sub(r"^[ \t]+", "", templatize(text), flags=re.MULTILINE)
    for line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
        yield line, (context, message if isinstance(message, str) else message[0])
