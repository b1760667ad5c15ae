"""Consultations for tests, made in one line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from cms.testing.factories import BilingualSite, make_page, translate

from ..draft_room.publishing import add_renditions_of_document, publish
from ..models import Consultation, ConsultationPage, DraftRendition, DraftVersion, Role, Round

ISTANBUL = ZoneInfo("Europe/Istanbul")
PAST = (date(2010, 5, 3), date(2010, 6, 2))
PRESENT = (date(2010, 5, 3), date(2190, 11, 30))
FUTURE = (date(2190, 5, 3), date(2190, 11, 30))
HISTORICAL = Consultation.KnownOnlyAs.SENT_FOR_OPINIONS


def make_consultation(
    key: str = "protocol",
    *periods: tuple[date, date],
    documents: Iterable[Any] = (),
    roles: Iterable[tuple[str, str]] = (),
    **facts: Any,
) -> Consultation:
    """Return a stored consultation with rounds of these dates and published drafts of these documents."""
    consultation = Consultation(key=key, **facts)
    consultation.rounds = [
        Round(number=number, opens_on=first, closes_on=last)
        for number, (first, last) in enumerate(periods, 1)
    ]
    consultation.draft_versions = [
        DraftVersion(number=number, document=document, change_note="" if number == 1 else "…")
        for number, document in enumerate(documents, 1)
    ]
    consultation.roles = [Role(role=role, organisation_key=organisation) for role, organisation in roles]
    consultation.save()
    for version in consultation.draft_versions.get_live_queryset():
        publish_with_renditions(version)
    return Consultation.objects.get(pk=consultation.pk)


def publish_with_renditions(version: DraftVersion) -> DraftVersion:
    """Return the version, published, with a rendition for each language and one that counts."""
    add_renditions_of_document(version)
    DraftRendition.objects.get_or_create(
        version=version,
        language=version.consultation.authoritative_language,
        defaults={"is_authoritative": True},
    )
    return publish(version)


def make_pages(
    site: BilingualSite, consultation: Consultation, **fields: Any
) -> tuple[ConsultationPage, ConsultationPage]:
    """Return the public pages of a consultation in Turkish and English, named after its key."""
    key = consultation.key
    turkish = make_page(
        site.turkish,
        ConsultationPage,
        title=f"TR {key}",
        slug=f"tr-{key}",
        consultation=consultation,
        **fields,
    )
    return turkish, translate(turkish, title=f"EN {key}", slug=f"en-{key}")


def make_document(title: str, *, language: str = "tr", **fields: Any) -> Any:
    """Return a stored document with a file."""
    file = ContentFile(title.encode(), name="taslak.pdf")
    return get_document_model().objects.create(
        title=title, language=language, file=file, file_size=len(title), **fields
    )


def istanbul(*parts: int) -> datetime:
    """Return an instant by the clocks of Istanbul."""
    return datetime(*parts, tzinfo=ISTANBUL)  # type: ignore[misc, arg-type]  # year to second
