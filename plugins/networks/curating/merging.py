"""Makes two records one. Nothing is lost: the other is withdrawn with its history, not deleted."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from plugins.networks.models import (
    EntryReview,
    NetworksListingItem,
    Organisation,
    OrganisationIdentifier,
    OrganisationRelation,
    OrganisationText,
    refresh_entries,
)

SAME = {
    "names": ("text", "language"),
    "identifiers": ("scheme", "value"),
    "places": ("scheme", "code"),
    "links": ("url",),
    "sources": ("kind", "url"),
    "relations": ("kind", "target_id", "target_name"),
}
"""Rows that are taken over, and what makes two of them the same."""


@transaction.atomic
def merge(kept: Organisation, other: Organisation, *, user: Any) -> None:  # Any: a user
    """Add everything that the other says to the one that is kept, and withdraw the other.

    The one kept stays as published as it was. Rival dates stand side by side. What pointed to the other
    points to the one kept. Raises ValueError for one record twice.
    """
    if kept.pk == other.pk:
        raise ValueError("a record cannot be merged with itself")
    other.save_revision(user=user)  # all of it, as it was before it gave anything away
    record = kept.get_latest_revision_as_object()
    for relation, same in SAME.items():
        take_over(record, other, relation, same)
    take_over_events(record, other)
    record.concepts = list({*record.concepts.all(), *other.concepts.all()})
    record.service_languages = list(dict.fromkeys([*record.service_languages, *other.service_languages]))
    OrganisationIdentifier.objects.filter(organisation=other).delete()  # no two records share one
    withdraw(other, kept, user=user)
    revision = record.save_revision(user=user)
    if kept.live:
        revision.publish(user=user)
    point_to(kept, other)
    log(instance=kept, action="wagtail.edit", user=user, data={"merged": {"key": other.key, "id": other.pk}})


def take_over(record: Organisation, other: Organisation, relation: str, same: tuple[str, ...]) -> None:
    rows = list(getattr(record, relation).all())
    have = {tuple(getattr(row, name) for name in same) for row in rows}
    for row in getattr(other, relation).all():
        is_to_itself = relation == "relations" and row.target_id == record.pk
        if tuple(getattr(row, name) for name in same) in have or is_to_itself:
            continue
        rows.append(copied(row, sort_order=len(rows)))
        if relation == "names":
            rows[-1].is_preferred = False
    setattr(record, relation, rows)


def take_over_events(record: Organisation, other: Organisation) -> None:
    """Add the dates that the other gives: what happened to one body happened once, whatever sources say."""
    events = list(record.events.all())
    for event in other.events.all():
        mine = next((one for one in events if (one.kind, one.words) == (event.kind, event.words)), None)
        if mine is None:
            mine = copied(event, sort_order=len(events))
            mine.claims = []
            events.append(mine)
        claims = list(mine.claims.all())
        known = {(claim.edtf, claim.source_url) for claim in claims}
        for claim in event.claims.all():
            if (claim.edtf, claim.source_url) not in known:
                claims.append(copied(claim, sort_order=len(claims)))
                claims[-1].is_preferred = claims[-1].is_preferred and len(claims) == 1
        mine.claims = claims
    record.events = events


def copied(row: Any, *, sort_order: int) -> Any:  # Any: a row of a record
    skipped = {"id", "organisation", "event", "sort_order"}
    fields = {f.name: getattr(row, f.name) for f in row._meta.concrete_fields if f.name not in skipped}
    return type(row)(**fields, sort_order=sort_order)


def withdraw(other: Organisation, kept: Organisation, *, user: Any) -> None:  # Any: a user
    note = f"{other.note}\n= {kept.key}".strip()
    Organisation.objects.filter(pk=other.pk).update(note=note)
    if other.live:
        other.unpublish(user=user)
    refresh_entries([other.pk])


def point_to(kept: Organisation, other: Organisation) -> None:
    """Let the relations, lists, texts and the contact of the other be those of the one kept."""
    OrganisationRelation.objects.filter(target=other).exclude(organisation=kept).update(target=kept)
    listed = NetworksListingItem.objects.filter(organisation=kept).values("page")
    NetworksListingItem.objects.filter(organisation=other).exclude(page__in=listed).update(organisation=kept)
    told = OrganisationText.objects.filter(organisation=kept).values("locale")
    for text in OrganisationText.objects.filter(organisation=other).exclude(locale__in=told):
        text.organisation = kept
        text.save()
    if not EntryReview.objects.filter(organisation=kept).exists():
        EntryReview.objects.filter(organisation=other).update(organisation=kept)
    neighbours = OrganisationRelation.objects.filter(target=kept).values_list("organisation_id", flat=True)
    refresh_entries({kept.pk, other.pk, *neighbours})
