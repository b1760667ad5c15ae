"""Which records a row may mean, known once for a whole table. Used by the finder of duplicates, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from plugins.networks.models import Organisation, OrganisationIdentifier, OrganisationLink, OrganisationName
from plugins.networks.searching import words_of
from plugins.networks.vocabulary import LinkKind, NameKind

# Many bodies have a page there; it makes none of them the same.
SHARED_HOSTS = frozenset(
    {"facebook.com", "linkedin.com", "x.com", "twitter.com", "youtube.com", "sites.google.com", "github.com"}
)
OWN_PLACES = (LinkKind.HOME,)


class Likeness(TextChoices):
    """Why two bodies may be one, the strongest reason first."""

    IDENTIFIER = "identifier", _("the same identifier")
    DOMAIN = "domain", _("the same domain")
    NAME = "name", _("the same name")
    SIMILAR = "similar", _("a similar name")


@dataclass(frozen=True)
class Candidate:
    """A record that may be meant."""

    pk: int
    reason: Likeness


@dataclass(frozen=True)
class Known:
    """Everything that records can be recognised by."""

    keys: Mapping[str, int]
    identifiers: Mapping[tuple[str, str], int]
    domains: Mapping[str, set[int]]
    names: Mapping[str, set[int]]

    def candidates(
        self, *, identifiers: Iterable[tuple[str, str]], urls: Iterable[str], names: Iterable[str]
    ) -> list[Candidate]:
        """Return records that a row may mean: by identifier, else by domain, else by name."""
        by_reason = (
            (Likeness.IDENTIFIER, {self.identifiers[one] for one in identifiers if one in self.identifiers}),
            (Likeness.DOMAIN, _all(self.domains, filter(None, map(domain_of, urls)))),
            (Likeness.NAME, _all(self.names, filter(None, map(normalised, names)))),
        )
        for reason, found in by_reason:
            if found:
                return [Candidate(pk, reason) for pk in sorted(found)]
        return []


def known() -> Known:
    """Read it, in four queries. A record that was merged away means the one that was kept."""
    records = {one.pk: one for one in Organisation.objects.only("key", "live", "merged_into").order_by()}
    identifiers = OrganisationIdentifier.objects.values_list("scheme", "value", "organisation_id")
    links = OrganisationLink.objects.filter(kind__in=OWN_PLACES).values_list("url", "organisation_id")
    names = OrganisationName.objects.exclude(kind=NameKind.DESCRIPTIVE).values_list("text", "organisation_id")
    return Known(
        keys={record.key: record.stands_for for record in records.values()},
        identifiers={(scheme, value): pk for scheme, value, pk in identifiers},
        domains=_grouped((domain_of(url), records[pk].stands_for) for url, pk in links),
        names=_grouped((normalised(text), records[pk].stands_for) for text, pk in names),
    )


def domain_of(url: str) -> str:
    """Return the host without `www.`; empty for an address that says nothing about whose it is."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return "" if host in SHARED_HOSTS else host


def normalised(name: str) -> str:
    """Return the folded words of a name, whatever their order of letters’ case and marks."""
    return " ".join(words_of(name, language="tr"))


def _all(known_under: Mapping[str, set[int]], texts: Iterable[str]) -> set[int]:
    return set().union(*(known_under.get(text, set()) for text in texts))


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    grouped: dict[str, set[int]] = defaultdict(set)
    for text, pk in pairs:
        if text:
            grouped[text].add(pk)
    return grouped
