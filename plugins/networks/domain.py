"""Which organisations a reader is shown, in which order. Every query starts from what is public."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, LPad

from plugins.networks.counting import Wanted, fitting, words_wanted
from plugins.networks.models import (
    NetworksListingPage,
    Organisation,
    OrganisationEntry,
    facet_sets,
)
from plugins.networks.searching import Question
from plugins.networks.selecting import IsAmong
from plugins.networks.vocabulary import FacetKey, Freshness

if TYPE_CHECKING:
    from cms.api import Audience

Entries = QuerySet[OrganisationEntry]

KEYS_OF_RECORDS = (FacetKey.PARENT, FacetKey.MEMBER_OF)


def public_entries(language: str, *, audience: Audience) -> Entries:
    """Return the entry of every public organisation in one language."""
    public = audience.snippets(Organisation.objects.all())
    entries = OrganisationEntry.objects.filter(language=language, organisation__in=public)
    return entries.select_related("organisation")


def narrowed(entries: Entries, wanted: Wanted) -> Entries:
    """Return the entries that have one of the wanted values in every facet."""
    sets = facet_sets(words_wanted(wanted))
    return entries.filter(IsAmong("organisation_id", fitting(None, wanted, sets)))


def with_defaults(wanted: Wanted) -> Wanted:
    """Return what is wanted; entries out of date only if somebody asks for them."""
    return {FacetKey.FRESHNESS: (Freshness.FRESH, Freshness.AGING), **wanted}


def without_hidden(wanted: Wanted, *, audience: Audience) -> Wanted:
    """Return what is wanted without the keys of records that are not public: they lead nowhere."""
    asked = [value for key in KEYS_OF_RECORDS for value in wanted.get(key, ())]
    if not asked:
        return wanted
    public = audience.snippets(Organisation.objects.filter(key__in=asked))
    known = set(public.values_list("key", flat=True))
    return {
        key: tuple(value for value in values if value in known) if key in KEYS_OF_RECORDS else values
        for key, values in wanted.items()
    }


def ranked(entries: Entries, question: Question) -> Entries:
    """Return entries that were found, annotated with `place`, a text to sort by.

    Who has the question for an acronym comes first, then who has it for a whole name, then whose name
    begins with it, then the rest; each in the order of the alphabet.
    """
    rank = Case(
        When(acronyms__contains=question.line, then=Value("0")),
        When(searched__contains=question.line, then=Value("1")),
        When(searched__contains=question.start, then=Value("2")),
        default=Value("3"),
    )
    return entries.annotate(place=Concat(rank, F("sort_key"), output_field=CharField()))


def listed_on(page: NetworksListingPage, *, audience: Audience) -> Entries:
    """Return the entries of a listing page: the chosen ones in the editors' order, or all of them by name.

    Annotated with `place`, a text to sort by, and `shown_as`, the name that the page uses.
    """
    entries = public_entries(page.locale.language_code, audience=audience)
    if not page.items.exists():
        return narrowed(entries, with_defaults({})).annotate(place=F("sort_key"), shown_as=Value(""))
    position = Cast(Coalesce("organisation__listing_items__sort_order", 0), CharField())
    return entries.filter(organisation__listing_items__page=page).annotate(
        place=LPad(position, 6, Value("0")), shown_as=F("organisation__listing_items__shown_as")
    )


def entries_named(
    field: str, values: Collection[Any], language: str, *, audience: Audience
) -> dict[Any, OrganisationEntry]:  # Any: values of a column
    """Return the entries of the public ones among records with these values of `pk` or `key`, by value.

    For one that was merged into another, that other stands.
    """
    named = Organisation.objects.filter(**{f"{field}__in": list(values)}).order_by()
    gone = named.filter(live=False, merged_into__isnull=False)
    meant = Case(When(live=False, merged_into__isnull=False, then=F("merged_into")), default=F("pk"))
    entries = public_entries(language, audience=audience).filter(organisation__in=named.values(meant=meant))
    told = list(entries.annotate(stands=Exists(gone.filter(merged_into=OuterRef("organisation")))))
    by_pk = {entry.organisation_id: entry for entry in told}
    found = {getattr(entry.organisation, field): entry for entry in told}
    if any(entry.stands for entry in told):  # type: ignore[attr-defined]  # -- annotated
        merged = gone.filter(merged_into__in=by_pk).values_list(field, "merged_into")
        found |= {value: by_pk[pk] for value, pk in merged}
    asked = set(values)
    return {value: entry for value, entry in found.items() if value in asked}


def chosen(
    organisations: Iterable[Organisation], language: str, *, audience: Audience
) -> list[OrganisationEntry]:
    """Return the entries of those organisations that are public, in the order given, each once.

    For one that was merged into another, that other stands.
    """
    keys = list(dict.fromkeys(organisation.stands_for for organisation in organisations))
    entries = public_entries(language, audience=audience).filter(organisation__in=keys)
    by_organisation = {entry.organisation_id: entry for entry in entries}
    return [by_organisation[key] for key in keys if key in by_organisation]
