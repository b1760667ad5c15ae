"""Makes two records one. Nothing is lost: the other is withdrawn with its history, not deleted.

What goes on naming the other (bodies, drafts, bookmarks) means the one that is kept: `merged_into` says so.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.networks.hierarchy import UPWARDS, cycle_in
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


class MergeRefused(ValueError):
    """The two cannot become one like this. The message says why."""


@transaction.atomic
def merge(kept: Organisation, other: Organisation, *, user: Any) -> None:  # Any: a user
    """Add everything that the other says to the one that is kept, and withdraw the other.

    The one kept stays as published as it was, and what was a draft of it stays a draft. Rival dates stand
    side by side. What pointed to the other points to the one kept. Raises MergeRefused; ValueError for one
    record twice.
    """
    refuse_the_impossible(kept, other)
    other.save_revision(user=user)  # all of it, as it was before it gave anything away
    has_draft = kept.has_unpublished_changes or not kept.live
    draft = absorbed(kept.get_latest_revision_as_object(), other) if has_draft else None
    public = absorbed(Organisation.objects.get(pk=kept.pk), other) if kept.live else None
    OrganisationIdentifier.objects.filter(organisation=other).delete()  # no two records share one
    withdraw(other, kept, user=user)
    if public:
        public.save_revision(user=user).publish(user=user)
    if draft:
        draft.save_revision(user=user)
    point_to(kept, other)
    log(instance=kept, action="wagtail.edit", user=user, data={"merged": {"key": other.key, "id": other.pk}})


def refuse_the_impossible(kept: Organisation, other: Organisation) -> None:
    if kept.pk == other.pk:
        raise ValueError("a record cannot be merged with itself")
    if kept.merged_into_id or other.merged_into_id:
        raise MergeRefused(_("One of the two has been merged into another record already."))
    if other.live and not kept.live:
        raise MergeRefused(
            _("Readers would lose the published one. Keep that, or publish the other one first.")
        )
    if closes_cycle(kept, other):
        raise MergeRefused(_("By their relations the record would stand above, or come before, itself."))


def closes_cycle(kept: Organisation, other: Organisation) -> bool:
    """Whether the two, taken for one, lead back to themselves by the relations of all records."""
    rows = OrganisationRelation.objects.filter(kind__in=UPWARDS, target__isnull=False)
    one = {other.pk: kept.pk}
    ends = (
        (one.get(start, start), kind, one.get(end, end))
        for start, kind, end in rows.values_list("organisation_id", "kind", "target_id")
    )
    # What stands between the two is dropped.
    return bool(cycle_in([edge for edge in ends if edge[0] != edge[2]], kept.pk))


def absorbed(record: Organisation, other: Organisation) -> Organisation:
    """Return the record with everything that the other says besides, in memory."""
    for relation, same in SAME.items():
        take_over(record, other, relation, same)
    take_over_events(record, other)
    record.concepts = list({*record.concepts.all(), *other.concepts.all()})
    record.service_languages = list(dict.fromkeys([*record.service_languages, *other.service_languages]))
    return record


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
    Organisation.objects.filter(pk=other.pk).update(note=note, merged_into=kept)
    Organisation.objects.filter(merged_into=other).update(merged_into=kept)
    other.merged_into, other.note = kept, note
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
