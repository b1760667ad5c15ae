"""Publishing a version of the draft: an act of its own, after which the version stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.translation import gettext as _

from ..drafts.vocabulary import PUBLIC_STATES, Basis, VersionState
from ..models import DraftRendition, DraftVersion, Provision, ProvisionLink, VersionIsPublished
from ..transparency.canonical import Document, content_hash


def publish(version: DraftVersion, *, at: datetime | None = None) -> DraftVersion:
    """Publish a version for good and return it; the one before becomes superseded.

    Raises VersionIsPublished, or ValidationError with everything that is missing.
    """
    at = at or timezone.now()
    with transaction.atomic():
        locked = DraftVersion.objects.select_for_update().get(pk=version.pk)
        if locked.is_published:
            raise VersionIsPublished(locked.number)
        if missing := list(obstacles(locked)):
            raise ValidationError(missing)
        if locked.published_on is None and not locked.consultation.is_historical:
            locked.published_on = at.astimezone(locked.consultation.zone).date()
            locked.save()
        hash_files(locked)
        locked.mark_published(sha256=content_hash(content(locked)).hex(), at=at)
        earlier = locked.consultation.draft_versions.get_live_queryset().filter(state=VersionState.PUBLISHED)
        for each in earlier.exclude(pk=locked.pk):
            each.mark_superseded()
    version.refresh_from_db()
    return version


def obstacles(version: DraftVersion) -> Iterator[str]:
    """Yield what stands against publishing, each as a sentence that says what to do."""
    yield from _languages_missing(version)
    if version.document_id is None and not version.provisions.exists():
        yield _("Nothing can be read yet. Bring in the provisions, or choose a document.")
    later = published_versions(version).filter(number__gt=version.number).order_by("-number").first()
    if later is not None:
        yield _("Version %(number)d is published already. Give this one a higher number.") % {
            "number": later.number
        }
    before = predecessor(version)
    if before is not None and not version.change_note.strip():
        yield _("Say what has changed since version %(number)d.") % {"number": before.number}
    if before is not None and links_unconfirmed(before, version):
        yield _("Confirm how the provisions of version %(number)d go on in this one.") % {
            "number": before.number
        }


def _languages_missing(version: DraftVersion) -> Iterator[str]:
    language = version.consultation.authoritative_language
    name = dict(settings.LANGUAGES)[language]
    authoritative = version.renditions.filter(is_authoritative=True).first()
    if authoritative is None or authoritative.language != language:
        yield _("Mark the text in %(language)s as the one that counts.") % {"language": name}
    if version.provisions.exclude(texts__language=language).exists():
        yield _("Some provisions have no text in %(language)s, the language that counts.") % {
            "language": name
        }
    renditions = set(version.renditions.values_list("language", flat=True))
    texts = Provision.objects.filter(version=version, texts__isnull=False).values_list(
        "texts__language", flat=True
    )
    for code in sorted(set(texts) - renditions):
        yield _("Say what the text in %(language)s rests on.") % {"language": dict(settings.LANGUAGES)[code]}


def published_versions(version: DraftVersion):  # type: ignore[no-untyped-def]  # modelcluster's query set
    """Return the published versions of the same draft."""
    return DraftVersion.objects.filter(consultation=version.consultation_id, state__in=PUBLIC_STATES)


def predecessor(version: DraftVersion) -> DraftVersion | None:
    """Return the newest published version before this one."""
    return published_versions(version).filter(number__lt=version.number).order_by("-number").first()


def links_unconfirmed(before: DraftVersion, version: DraftVersion) -> bool:
    """Whether a provision of either version has no link that an editor confirmed."""
    confirmed = ProvisionLink.objects.filter(
        from_version=before, to_version=version, set_by=ProvisionLink.SetBy.EDITOR
    )
    earlier = before.provisions.exclude(
        pk__in=confirmed.filter(from_provision__isnull=False).values("from_provision")
    )
    later = version.provisions.exclude(
        pk__in=confirmed.filter(to_provision__isnull=False).values("to_provision")
    )
    return earlier.exists() or later.exists()


def add_renditions_of_document(version: DraftVersion) -> None:
    """Add a rendition for each language that the version's document exists in and that has none yet.

    The language that counts is taken for the original, every other for a courtesy translation: the
    cautious reading, which an editor may raise.
    """
    if version.document is None:
        return
    head = version.document.edition_of or version.document
    authoritative = version.consultation.authoritative_language
    present = set(version.renditions.values_list("language", flat=True))
    for edition in (head, *head.editions.order_by("pk")):
        if not edition.language or edition.language in present:
            continue
        present.add(edition.language)
        counts = edition.language == authoritative
        DraftRendition.objects.create(
            version=version,
            language=edition.language,
            basis=Basis.ORIGINAL if counts else Basis.COURTESY,
            is_authoritative=counts,
            document=edition,
        )


def hash_files(version: DraftVersion) -> None:
    """Write down the hash of each rendition's file as it is now."""
    for rendition in version.renditions.select_related("document"):
        if rendition.document is not None:
            rendition.file_sha256 = file_hash(rendition.document.file)
            rendition.save()


def file_hash(stored: FieldFile) -> str:
    """Return SHA-256 of a stored file, read in pieces."""
    digest = sha256()
    with stored.open("rb") as file:
        for piece in file.chunks():
            digest.update(piece)
    return digest.hexdigest()


def content(version: DraftVersion) -> Document:
    """Return everything that readers are shown of a version, as it is hashed."""
    provisions = version.provisions.select_related("parent").prefetch_related("texts").order_by("position")
    return {
        "consultation": version.consultation.key,
        "number": version.number,
        "label": version.label,
        "change_note": version.change_note,
        "renditions": [
            {
                "language": each.language,
                "basis": each.basis,
                "is_authoritative": each.is_authoritative,
                "file_sha256": each.file_sha256,
            }
            for each in version.renditions.order_by("language")
        ],
        "provisions": [
            {
                "key": each.key,
                "parent": each.parent.key if each.parent else None,
                "kind": each.kind,
                "printed_number": each.printed_number,
                "texts": [
                    {"language": text.language, "heading": text.heading, "text": text.text}
                    for text in sorted(each.texts.all(), key=lambda text: text.language)
                ],
            }
            for each in provisions
        ],
    }
