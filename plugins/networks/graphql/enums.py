"""The closed lists as enums, each value with its sentence."""

from __future__ import annotations

from cms.api import described_enum
from plugins.networks import vocabulary

NetworksKind = described_enum(
    vocabulary.Kind,
    "NetworksKind",
    "What a record is.",
    ORGANISATION="A body with an organisation of its own.",
    NETWORK="Bodies that share information or work together.",
    PROGRAMME="A programme, which others carry out.",
)
NetworksBodyType = described_enum(
    vocabulary.BodyType,
    "NetworksBodyType",
    "What sort of organisation, network or programme it is.",
    **{value.name: f"{value.value.replace('_', ' ').capitalize()}." for value in vocabulary.BodyType}
    | {"IGO": "Intergovernmental organisation."},
)
NetworksStatus = described_enum(
    vocabulary.Status,
    "NetworksStatus",
    "Whether the body still exists.",
    ACTIVE="It is known to be active.",
    DORMANT="It exists, but nothing is heard of it.",
    ENDED="It has ended.",
    SUCCEEDED="Another body has taken its place.",
    UNCONFIRMED="Nobody has confirmed that it exists today.",
)
NetworksNameKind = described_enum(
    vocabulary.NameKind,
    "NetworksNameKind",
    "What a name is worth.",
    OFFICIAL="The name that the body itself uses.",
    TRANSLATED_OFFICIAL="A translation used by the body or by a public source.",
    DESCRIPTIVE="A rendering of this site, to inform; not an official name.",
    SHORT="A short form.",
    ACRONYM="An acronym.",
    FORMER="A name, or acronym, that is no longer used.",
    ALIAS="Another name under which it is met.",
)
NetworksConfidence = described_enum(
    vocabulary.Confidence,
    "NetworksConfidence",
    "How far a statement can be trusted.",
    HIGH="Read in a primary or official page.",
    MEDIUM="From a secondary page, or well known.",
    LOW="From memory, or sources disagree.",
)
NetworksSourceKind = described_enum(
    vocabulary.SourceKind,
    "NetworksSourceKind",
    "Where a statement comes from.",
    PRIMARY_PAGE="A primary or official page.",
    SECONDARY_PAGE="A secondary page.",
    PROGRAMME_PAGE="The programme's own page.",
)
NetworksFreshness = described_enum(
    vocabulary.Freshness,
    "NetworksFreshness",
    "How old the knowledge of an entry is, by the interval in which it is reviewed.",
    FRESH="It was confirmed within the interval.",
    AGING="It has to be confirmed again.",
    STALE="Nobody has confirmed it for long; default lists leave it out.",
)
NetworksReach = described_enum(
    vocabulary.Scope,
    "NetworksReach",
    "How far a body reaches, as far as its places say it in codes.",
    GLOBAL="The whole world.",
    REGIONAL="A region of several countries.",
    NATIONAL="One country.",
    SUBNATIONAL="Parts of a country.",
)
NetworksTaxonomy = described_enum(
    vocabulary.ConceptScheme,
    "NetworksTaxonomy",
    "A taxonomy.",
    SUBJECT="What a body is about.",
    SERVICE="What it offers.",
    AUDIENCE="Whom it serves.",
    SECTOR="The branch of the economy.",
    ACCESS="Who may join or use it.",
    FEE="What it costs.",
)
NetworksRegister = described_enum(
    vocabulary.IdentifierScheme,
    "NetworksRegister",
    "A register that knows bodies by an identifier.",
    ROR="Research Organization Registry.",
    ISNI="International Standard Name Identifier.",
    WIKIDATA="Wikidata.",
    LEI="Legal Entity Identifier, ISO 17442.",
    UIA="Yearbook of International Organizations.",
    GRID="Global Research Identifier Database, which has ended.",
    DETSIS="Register of the public bodies of Türkiye.",
    LOCAL="Another directory.",
)
NetworksSort = described_enum(
    vocabulary.Sort,
    "NetworksSort",
    "The order of a list.",
    NAME="By name, in the alphabet of the locale.",
    FOUNDED="The oldest first; without a known founding, last.",
    RECENT="The latest published first.",
)
NetworksFacetKey = described_enum(
    vocabulary.FacetKey,
    "NetworksFacetKey",
    "What lists are narrowed by: the field of `where` with the same name.",
    **{key.name: f"{key.value.replace('_', ' ').capitalize()}." for key in vocabulary.FacetKey},
)
NetworksLinkKind = described_enum(
    vocabulary.LinkKind,
    "NetworksLinkKind",
    "What an address leads to.",
    HOME="The body's home page.",
    MEMBERSHIP="How to become a member.",
    DIRECTORY="Its directory of members.",
    FEED="Its feed.",
    SOCIAL="Its presence on a social network.",
    ARCHIVE="An archived copy of its site.",
)
NetworksLinkStatus = described_enum(
    vocabulary.LinkStatus,
    "NetworksLinkStatus",
    "What checking an address has found.",
    UNKNOWN="It has not been checked.",
    ALIVE="It answered when it was checked.",
    REDIRECTED="It leads on to another address.",
    FAILING="It did not answer lately and is checked again.",
    DEAD="It failed on three days.",
)
NetworksRelationKind = described_enum(
    vocabulary.RelationKind,
    "NetworksRelationKind",
    "How one body relates to another: this record, the kind, the other body.",
    PARENT_OF="It is the parent of the other.",
    PART_OF="It is part of the other.",
    MEMBER_OF="It is a member of the other.",
    HAS_MEMBER="The other is a member of it.",
    SPONSOR_OF="It sponsors the other.",
    SPONSORED_BY="The other sponsors it.",
    FUNDS="It funds the other.",
    FUNDED_BY="The other funds it.",
    HOSTS="It hosts the other.",
    HOSTED_BY="The other hosts it.",
    MANAGES="It manages the other.",
    MANAGED_BY="The other manages it.",
    SECRETARIAT_OF="It is the secretariat of the other.",
    HAS_SECRETARIAT="The other is its secretariat.",
    FOUNDER_OF="It is a founder of the other.",
    FOUNDED_BY="The other is a founder of it.",
    CARRIES_OUT="It carries the other out.",
    CARRIED_OUT_BY="The other carries it out.",
    SUCCESSOR_OF="It took the place of the other.",
    SUCCEEDED_BY="The other took its place.",
    MERGED_INTO="It became part of the other.",
    MERGED_FROM="The other became part of it.",
    PARTNER_OF="The two are partners.",
)
