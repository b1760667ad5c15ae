"""The closed lists as enums, each value with its sentence."""

from __future__ import annotations

from enum import Enum
from typing import Any

import graphene

from plugins.networks import vocabulary


def described_enum(words: type[Enum], name: str, sentence: str, values: dict[Any, str]) -> Any:
    """Return a GraphQL enum. Any: graphene's enums are made at run time. Every value has its own sentence."""
    return graphene.Enum.from_enum(
        words, name=name, description=lambda value: sentence if value is None else values[value]
    )


NetworksKind = described_enum(
    vocabulary.Kind,
    "NetworksKind",
    "What a record is.",
    {
        vocabulary.Kind.ORGANISATION: "A body with an organisation of its own.",
        vocabulary.Kind.NETWORK: "Bodies that share information or work together.",
        vocabulary.Kind.PROGRAMME: "A programme, which others carry out.",
    },
)
NetworksBodyType = described_enum(
    vocabulary.BodyType,
    "NetworksBodyType",
    "What sort of organisation, network or programme it is.",
    {value: f"{value.value.replace('_', ' ').capitalize()}." for value in vocabulary.BodyType}
    | {vocabulary.BodyType.IGO: "Intergovernmental organisation."},
)
NetworksStatus = described_enum(
    vocabulary.Status,
    "NetworksStatus",
    "Whether the body still exists.",
    {
        vocabulary.Status.ACTIVE: "It is known to be active.",
        vocabulary.Status.DORMANT: "It exists, but nothing is heard of it.",
        vocabulary.Status.ENDED: "It has ended.",
        vocabulary.Status.SUCCEEDED: "Another body has taken its place.",
        vocabulary.Status.UNCONFIRMED: "Nobody has confirmed that it exists today.",
    },
)
NetworksNameKind = described_enum(
    vocabulary.NameKind,
    "NetworksNameKind",
    "What a name is worth.",
    {
        vocabulary.NameKind.OFFICIAL: "The name that the body itself uses.",
        vocabulary.NameKind.TRANSLATED_OFFICIAL: "A translation used by the body or by a public source.",
        vocabulary.NameKind.DESCRIPTIVE: "A rendering of this site, to inform; not an official name.",
        vocabulary.NameKind.SHORT: "A short form.",
        vocabulary.NameKind.ACRONYM: "An acronym.",
        vocabulary.NameKind.FORMER: "A name, or acronym, that is no longer used.",
        vocabulary.NameKind.ALIAS: "Another name under which it is met.",
    },
)
NetworksConfidence = described_enum(
    vocabulary.Confidence,
    "NetworksConfidence",
    "How far a statement can be trusted.",
    {
        vocabulary.Confidence.HIGH: "Read in a primary or official page.",
        vocabulary.Confidence.MEDIUM: "From a secondary page, or well known.",
        vocabulary.Confidence.LOW: "From memory, or sources disagree.",
    },
)
NetworksSourceKind = described_enum(
    vocabulary.SourceKind,
    "NetworksSourceKind",
    "Where a statement comes from.",
    {
        vocabulary.SourceKind.PRIMARY_PAGE: "A primary or official page.",
        vocabulary.SourceKind.SECONDARY_PAGE: "A secondary page.",
        vocabulary.SourceKind.PROGRAMME_PAGE: "The programme's own page.",
    },
)
NetworksFreshness = described_enum(
    vocabulary.Freshness,
    "NetworksFreshness",
    "How old the knowledge of an entry is, by the interval in which it is reviewed.",
    {
        vocabulary.Freshness.FRESH: "It was confirmed within the interval.",
        vocabulary.Freshness.AGING: "It has to be confirmed again.",
        vocabulary.Freshness.STALE: "Nobody has confirmed it for long; default lists leave it out.",
    },
)
NetworksReach = described_enum(
    vocabulary.Scope,
    "NetworksReach",
    "How far a body reaches, as far as its places say it in codes.",
    {
        vocabulary.Scope.GLOBAL: "The whole world.",
        vocabulary.Scope.REGIONAL: "A region of several countries.",
        vocabulary.Scope.NATIONAL: "One country.",
        vocabulary.Scope.SUBNATIONAL: "Parts of a country.",
    },
)
NetworksTaxonomy = described_enum(
    vocabulary.ConceptScheme,
    "NetworksTaxonomy",
    "A taxonomy.",
    {
        vocabulary.ConceptScheme.SUBJECT: "What a body is about.",
        vocabulary.ConceptScheme.SERVICE: "What it offers.",
        vocabulary.ConceptScheme.AUDIENCE: "Whom it serves.",
        vocabulary.ConceptScheme.SECTOR: "The branch of the economy.",
        vocabulary.ConceptScheme.ACCESS: "Who may join or use it.",
        vocabulary.ConceptScheme.FEE: "What it costs.",
    },
)
NetworksRegister = described_enum(
    vocabulary.IdentifierScheme,
    "NetworksRegister",
    "A register that knows bodies by an identifier.",
    {
        vocabulary.IdentifierScheme.ROR: "Research Organization Registry.",
        vocabulary.IdentifierScheme.ISNI: "International Standard Name Identifier.",
        vocabulary.IdentifierScheme.WIKIDATA: "Wikidata.",
        vocabulary.IdentifierScheme.LEI: "Legal Entity Identifier, ISO 17442.",
        vocabulary.IdentifierScheme.UIA: "Yearbook of International Organizations.",
        vocabulary.IdentifierScheme.GRID: "Global Research Identifier Database, which has ended.",
        vocabulary.IdentifierScheme.DETSIS: "Register of the public bodies of Türkiye.",
        vocabulary.IdentifierScheme.LOCAL: "Another directory.",
    },
)
NetworksSort = described_enum(
    vocabulary.Sort,
    "NetworksSort",
    "The order of a list.",
    {
        vocabulary.Sort.NAME: "By name, in the alphabet of the locale.",
        vocabulary.Sort.FOUNDED: "The oldest first; without a known founding, last.",
        vocabulary.Sort.RECENT: "The latest published first.",
    },
)
NetworksFacetKey = described_enum(
    vocabulary.FacetKey,
    "NetworksFacetKey",
    "What lists are narrowed by: the field of `where` with the same name.",
    {key: f"{key.value.replace('_', ' ').capitalize()}." for key in vocabulary.FacetKey},
)
NetworksLinkKind = described_enum(
    vocabulary.LinkKind,
    "NetworksLinkKind",
    "What an address leads to.",
    {
        vocabulary.LinkKind.HOME: "The body's home page.",
        vocabulary.LinkKind.MEMBERSHIP: "How to become a member.",
        vocabulary.LinkKind.DIRECTORY: "Its directory of members.",
        vocabulary.LinkKind.FEED: "Its feed.",
        vocabulary.LinkKind.SOCIAL: "Its presence on a social network.",
        vocabulary.LinkKind.ARCHIVE: "An archived copy of its site.",
    },
)
NetworksLinkStatus = described_enum(
    vocabulary.LinkStatus,
    "NetworksLinkStatus",
    "What checking an address has found.",
    {
        vocabulary.LinkStatus.UNKNOWN: "It has not been checked.",
        vocabulary.LinkStatus.ALIVE: "It answered when it was checked.",
        vocabulary.LinkStatus.REDIRECTED: "It leads on to another address.",
        vocabulary.LinkStatus.FAILING: "It did not answer lately and is checked again.",
        vocabulary.LinkStatus.DEAD: "It failed on three days.",
    },
)
NetworksRelationKind = described_enum(
    vocabulary.RelationKind,
    "NetworksRelationKind",
    "How one body relates to another: this record, the kind, the other body.",
    {
        vocabulary.RelationKind.PARENT_OF: "It is the parent of the other.",
        vocabulary.RelationKind.PART_OF: "It is part of the other.",
        vocabulary.RelationKind.MEMBER_OF: "It is a member of the other.",
        vocabulary.RelationKind.HAS_MEMBER: "The other is a member of it.",
        vocabulary.RelationKind.SPONSOR_OF: "It sponsors the other.",
        vocabulary.RelationKind.SPONSORED_BY: "The other sponsors it.",
        vocabulary.RelationKind.FUNDS: "It funds the other.",
        vocabulary.RelationKind.FUNDED_BY: "The other funds it.",
        vocabulary.RelationKind.HOSTS: "It hosts the other.",
        vocabulary.RelationKind.HOSTED_BY: "The other hosts it.",
        vocabulary.RelationKind.MANAGES: "It manages the other.",
        vocabulary.RelationKind.MANAGED_BY: "The other manages it.",
        vocabulary.RelationKind.SECRETARIAT_OF: "It is the secretariat of the other.",
        vocabulary.RelationKind.HAS_SECRETARIAT: "The other is its secretariat.",
        vocabulary.RelationKind.FOUNDER_OF: "It is a founder of the other.",
        vocabulary.RelationKind.FOUNDED_BY: "The other is a founder of it.",
        vocabulary.RelationKind.CARRIES_OUT: "It carries the other out.",
        vocabulary.RelationKind.CARRIED_OUT_BY: "The other carries it out.",
        vocabulary.RelationKind.SUCCESSOR_OF: "It took the place of the other.",
        vocabulary.RelationKind.SUCCEEDED_BY: "The other took its place.",
        vocabulary.RelationKind.MERGED_INTO: "It became part of the other.",
        vocabulary.RelationKind.MERGED_FROM: "The other became part of it.",
        vocabulary.RelationKind.PARTNER_OF: "The two are partners.",
    },
)
