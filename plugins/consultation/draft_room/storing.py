"""Provisions between tables and values: bringing a recognised text in, and reading a version out."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from ..drafts import provisions as values
from ..drafts.aligning import Alignment, align
from ..drafts.keys import with_keys
from ..drafts.matching import match
from ..drafts.recognising import Found
from ..drafts.vocabulary import Kind, Relation
from ..models import DraftVersion, Provision, ProvisionLink, ProvisionText
from .publishing import predecessor


def provisions_of(version: DraftVersion, language: str) -> tuple[values.Provision, ...]:
    """Return the provisions of a version in one language, in reading order, at the cost of two queries."""
    rows = list(version.provisions.order_by("position"))
    keys = {row.pk: row.key for row in rows}
    texts = {
        text.provision_id: text
        for text in ProvisionText.objects.filter(provision__version=version, language=language)
    }
    return tuple(
        values.Provision(
            key=row.key,
            parent=keys.get(row.parent_id) if row.parent_id else None,
            kind=Kind(row.kind),
            printed_number=row.printed_number,
            heading=texts[row.pk].heading if row.pk in texts else "",
            text=texts[row.pk].text if row.pk in texts else "",
            html=texts[row.pk].html if row.pk in texts else "",
        )
        for row in rows
    )


def keyed(version: DraftVersion, found: Sequence[Found]) -> tuple[values.Provision, ...]:
    """Return what was found with the keys that the version before has for it, and new ones for the rest.

    A key that any version of this draft ever had is never given to something else.
    """
    before = predecessor(version)
    others = Provision.objects.filter(version__consultation=version.consultation_id).exclude(version=version)
    taken = set(others.values_list("key", flat=True))
    if before is None:
        return with_keys(found, taken=taken)
    named = with_keys(found)
    places = {each.key: place for place, each in enumerate(named)}
    links = match(provisions_of(before, version.consultation.authoritative_language), named, trust_keys=False)
    given: dict[int, str] = {}
    for link in links:
        if link.earlier and link.later and link.earlier not in given.values():
            given.setdefault(places[link.later], link.earlier)
    return with_keys(found, given=given, taken=taken)


def store_provisions(version: DraftVersion, found: Sequence[Found]) -> None:
    """Put the provisions of the language that counts; what the version had before goes, with its links.

    Raises VersionIsPublished.
    """
    language = version.consultation.authoritative_language
    with transaction.atomic():
        provisions = keyed(version, found)
        version.provisions.all().delete()
        rows: dict[str, Provision] = {}
        for position, each in enumerate(provisions, 1):
            rows[each.key] = Provision.objects.create(
                version=version,
                key=each.key,
                parent=rows[each.parent] if each.parent else None,
                kind=each.kind,
                position=position,
                printed_number=each.printed_number,
            )
        put_texts(rows, {each.key: each for each in provisions}, language=language)
        propose_links(version)


def store_translation(version: DraftVersion, found: Sequence[Found], *, language: str) -> Alignment:
    """Put the texts in another language at the provisions they belong to, and return what fitted.

    What fits nowhere is not stored; whoever calls shows it. Raises VersionIsPublished.
    """
    authoritative = provisions_of(version, version.consultation.authoritative_language)
    alignment = align(authoritative, found)
    rows = {row.key: row for row in version.provisions.all()}
    with transaction.atomic():
        ProvisionText.objects.filter(provision__version=version, language=language).delete()
        put_texts(rows, alignment.texts, language=language)
    return alignment


def put_texts(
    rows: dict[str, Provision], texts: dict[str, values.Provision] | dict[str, Found], *, language: str
) -> None:
    """Store the texts, by key, in one query."""
    ProvisionText.objects.bulk_create(
        ProvisionText(
            provision=rows[key], language=language, heading=each.heading, text=each.text, html=each.html
        )
        for key, each in texts.items()
    )


def propose_links(version: DraftVersion) -> None:
    """Put a proposed link for every provision of this version and of the published one before it."""
    before = predecessor(version)
    ProvisionLink.objects.filter(to_version=version).delete()
    if before is None:
        return
    language = version.consultation.authoritative_language
    olds = {row.key: row for row in before.provisions.all()}
    news = {row.key: row for row in version.provisions.all()}
    ProvisionLink.objects.bulk_create(
        ProvisionLink(
            from_version=before,
            to_version=version,
            from_provision=olds[link.earlier] if link.earlier else None,
            to_provision=news[link.later] if link.later else None,
            relation=link.relation,
        )
        for link in match(provisions_of(before, language), provisions_of(version, language))
    )


def confirm_links(version: DraftVersion, relations: dict[int, str] | None = None) -> int:
    """Confirm the links to a version, some with another relation; return how many there are.

    Raises ValueError for a relation that does not fit the ends of its link.
    """
    links = list(ProvisionLink.objects.filter(to_version=version))
    for link in links:
        link.relation = (relations or {}).get(link.pk, link.relation)
        link.set_by = ProvisionLink.SetBy.EDITOR
        if not fits(link):
            raise ValueError(
                _("“%(relation)s” does not fit %(link)s.")
                % {"relation": link.get_relation_display(), "link": link}
            )
    return ProvisionLink.objects.bulk_update(links, ["relation", "set_by"])


def fits(link: ProvisionLink) -> bool:
    """Whether a relation fits: what was added has no earlier end, what was deleted no later one."""

    if link.from_provision_id is None:
        return link.relation == Relation.ADDED
    if link.to_provision_id is None:
        return link.relation == Relation.DELETED
    return link.relation not in (Relation.ADDED, Relation.DELETED)
