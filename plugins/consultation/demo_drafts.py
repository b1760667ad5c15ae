"""Puts the drafts of the demonstration: versions with provisions in both languages, published in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .draft_room.publishing import add_renditions_of_document, publish
from .draft_room.storing import confirm_links, store_provisions, store_translation
from .drafts.recognising import recognise
from .drafts.sources import lines_of_text
from .drafts.vocabulary import Basis
from .models import Consultation, DraftRendition, DraftVersion

TEXTS = Path(__file__).parent / "demo" / "drafts"


def put_drafts(consultation: Consultation, entries: list[dict[str, Any]]) -> None:  # Any: YAML
    """Put the versions that the entries tell of, one after the other."""
    for number, entry in enumerate(entries, 1):
        version = DraftVersion.objects.create(consultation=consultation, number=number, **entry)
        for path in sorted(TEXTS.glob(f"{consultation.key}.{number}.*.txt"), key=counts_first(consultation)):
            put_text(version, path)
        confirm_links(version)
        publish(version)


def counts_first(consultation: Consultation) -> Any:  # Any: a key for sorting
    """Return a key by which the language that counts comes first."""
    return lambda path: language_of(path) != consultation.authoritative_language


def put_text(version: DraftVersion, path: Path) -> None:
    language = language_of(path)
    counts = language == version.consultation.authoritative_language
    DraftRendition.objects.create(
        version=version,
        language=language,
        basis=Basis.ORIGINAL if counts else Basis.COURTESY,
        is_authoritative=counts,
    )
    found = recognise(lines_of_text(path.read_text(encoding="utf-8")))
    if counts:
        store_provisions(version, found)
    else:
        store_translation(version, found, language=language)


def put_document(consultation: Consultation) -> None:
    """Publish the versions of a consultation whose draft is a file."""
    for version in consultation.draft_versions.get_live_queryset():
        add_renditions_of_document(version)
        publish(version)


def language_of(path: Path) -> str:
    return path.name.split(".")[-2]
