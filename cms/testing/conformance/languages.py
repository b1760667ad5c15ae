"""Every sentence of a plugin that a person reads is there in every language of the interface."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.subject import Subject

SOURCE_LANGUAGE = "en"  # what is written in the code
PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "ngettext_noop"}
IN_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
SHOWN = 5
UNSEEN = {"tests", "migrations", "benchmarks", "static"}
IN_TEMPLATE = re.compile(
    r"\b_?n?gettext\(\s*u?(\"(?:\\.|[^\"])*\"|'(?:\\.|[^'])*')|\b_\(\s*(\"[^\"]*\"|'[^']*')"
)

Message = tuple[str | None, str]  # context, English text


def language_gaps(subject: Subject) -> Iterator[Finding]:
    """Yield messages without a translation, fuzzy ones, and catalogues that were not compiled."""
    used = messages_in(subject.folder)
    if not used:
        raise NotApplicable("it says nothing to anybody")
    for language, _name in settings.LANGUAGES:
        if language != SOURCE_LANGUAGE:
            yield from gaps_in(subject, language, used)


def gaps_in(subject: Subject, language: str, used: set[Message]) -> Iterator[Finding]:
    file = subject.folder / "locale" / language / "LC_MESSAGES" / "django.po"
    place = str(file.relative_to(subject.folder))
    if not file.is_file():
        yield subject.finding(place, f"is missing; {len(used)} messages wait for it.", "Write it.")
        return
    catalogue = polib.pofile(str(file))
    done = {(entry.msgctxt, entry.msgid) for entry in catalogue if entry.translated()}
    if missing := sorted(text for _, text in used - done):
        yield subject.finding(place, f"lacks {listed(missing)}.", "Translate them, then compile.")
    if fuzzy := [entry.msgid for entry in catalogue if entry.fuzzy]:
        yield subject.finding(place, f"guesses at {listed(fuzzy)}.", "Look at them and remove “fuzzy”.")
    compiled = file.with_suffix(".mo")
    if not compiled.is_file() or compiled.read_bytes() != catalogue.to_binary():
        yield subject.finding(
            place, "is not compiled as it is now.", "Compile it: make catalogues, or msgfmt."
        )


def listed(texts: list[str]) -> str:
    more = f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else ""
    return ", ".join(f"“{text}”" for text in texts[:SHOWN]) + more


def messages_in(folder: Path) -> set[Message]:
    """Return every message that code and templates of the folder mark for translation."""
    found: set[Message] = set()
    for path in folder.rglob("*"):
        if UNSEEN & set(path.relative_to(folder).parts):
            continue
        if path.suffix == ".py":
            found.update(messages_of_code(ast.parse(path.read_text(encoding="utf-8"))))
        elif path.suffix in {".html", ".txt"}:
            found.update(messages_of_template(path.read_text(encoding="utf-8")))
    return found


def messages_of_code(tree: ast.Module) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args[:2]]
        match [text if isinstance(text, str) else None for text in texts]:
            case [str(text), *_] if name in PLAIN:
                yield None, text
            case [str(context), str(text)] if name in IN_CONTEXT:
                yield context, text


def messages_of_template(source: str) -> Iterator[Message]:
    """Yield what Django's own extraction makes of the tags, contexts left out."""
    for match in IN_TEMPLATE.finditer(templatize(source)):
        yield None, ast.literal_eval(match[1] or match[2])
