"""The closed lists of words that records use, with their names for editors. Touches no model."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    ORGANISATION = "organisation", _("Organisation")
    NETWORK = "network", _("Network")
    PROGRAMME = "programme", _("Programme")


class BodyType(TextChoices):
    """What sort of organisation, network or programme it is."""

    IGO = "igo", _("Intergovernmental organisation")
    MINISTRY = "ministry", _("Ministry")
    GOVERNMENT_AGENCY = "government_agency", _("Government agency")
    REGIONAL_OFFICE = "regional_office", _("Regional office")
    REGIONAL_ACTIVITY_CENTRE = "regional_activity_centre", _("Regional activity centre")
    NATIONAL_CENTRE = "national_centre", _("National centre")
    RESEARCH_INSTITUTE = "research_institute", _("Research institute")
    FOUNDATION = "foundation", _("Foundation")
    NONPROFIT = "nonprofit", _("Non-profit organisation")
    GLOBAL_NETWORK = "global_network", _("Global network")
    REGIONAL_NETWORK = "regional_network", _("Regional network")
    NATIONAL_NETWORK = "national_network", _("National network")
    MEMBERSHIP_ORGANISATION = "membership_organisation", _("Membership organisation")
    BUSINESS_ASSOCIATION = "business_association", _("Business association")
    KNOWLEDGE_PLATFORM = "knowledge_platform", _("Knowledge platform")
    KNOWLEDGE_CENTRE = "knowledge_centre", _("Knowledge centre")
    JOINT_PROGRAMME = "joint_programme", _("Joint programme")
    GRANT_PROGRAMME = "grant_programme", _("Grant programme")
    NATIONAL_PROGRAMME = "national_programme", _("National programme")
    SUB_PROGRAMME = "sub_programme", _("Part of a programme")


class Status(TextChoices):
    ACTIVE = "active", _("Active")
    DORMANT = "dormant", _("Dormant")
    ENDED = "ended", pgettext_lazy("status", "Ended")
    SUCCEEDED = "succeeded", _("Succeeded by another body")
    UNCONFIRMED = "unconfirmed", _("Not confirmed")


class NameKind(TextChoices):
    OFFICIAL = "official", pgettext_lazy("name", "Official")
    TRANSLATED_OFFICIAL = "translated_official", _("Official translation")
    DESCRIPTIVE = "descriptive", _("Descriptive, our own rendering")
    SHORT = "short", pgettext_lazy("name", "Short")
    ACRONYM = "acronym", _("Acronym")
    FORMER = "former", pgettext_lazy("name", "Former")
    ALIAS = "alias", _("Also known as")


class Confidence(TextChoices):
    HIGH = "high", _("High: read in a primary or official page")
    MEDIUM = "medium", _("Medium: a secondary page, or well known")
    LOW = "low", _("Low: from memory, or sources disagree")


class SourceKind(TextChoices):
    PRIMARY_PAGE = "primary_page", _("Primary or official page")
    SECONDARY_PAGE = "secondary_page", _("Secondary page")
    PROGRAMME_PAGE = "programme_page", _("The programme’s own page")


class EventKind(TextChoices):
    FOUNDED = "founded", pgettext_lazy("event", "Founded")
    ENDED = "ended", pgettext_lazy("event", "Ended")
    OTHER = "other", pgettext_lazy("event", "Other event")


class PlaceScheme(TextChoices):
    M49 = "m49", _("Region, UN M49 or a set of ours")
    COUNTRY = "country", _("Country, ISO 3166-1 alpha-3")
    SUBDIVISION = "iso3166_2", _("Part of a country, ISO 3166-2")


class Scope(TextChoices):
    GLOBAL = "global", pgettext_lazy("scope", "Worldwide")
    REGIONAL = "regional", pgettext_lazy("scope", "Regional")
    NATIONAL = "national", pgettext_lazy("scope", "National")
    SUBNATIONAL = "subnational", pgettext_lazy("scope", "Within a country")


class ConceptScheme(TextChoices):
    """A taxonomy."""

    SUBJECT = "subject", pgettext_lazy("taxonomy", "Subject")
    SERVICE = "service", pgettext_lazy("taxonomy", "Service")
    AUDIENCE = "audience", pgettext_lazy("taxonomy", "Audience")
    SECTOR = "sector", pgettext_lazy("taxonomy", "Sector")
    ACCESS = "access", pgettext_lazy("taxonomy", "Access")
    FEE = "fee", pgettext_lazy("taxonomy", "Fee")


class IdentifierScheme(TextChoices):
    ROR = "ror", "ROR"
    ISNI = "isni", "ISNI"
    WIKIDATA = "wikidata", "Wikidata"
    LEI = "lei", "LEI"
    UIA = "uia", _("UIA Yearbook")
    GRID = "grid", "GRID"
    DETSIS = "detsis", _("DETSİS, public bodies of Türkiye")
    LOCAL = "local", _("Key of another directory")


class Freshness(TextChoices):
    FRESH = "fresh", pgettext_lazy("entry", "Fresh")
    AGING = "aging", pgettext_lazy("entry", "To be confirmed")
    STALE = "stale", pgettext_lazy("entry", "Out of date")


class Sort(StrEnum):
    NAME = "name"
    FOUNDED = "founded"
    RECENT = "recent"


class FacetKey(TextChoices):
    """What lists are narrowed by. Taxonomies have the keys of their schemes."""

    KIND = "kind", _("Kind")
    TYPE = "type", _("Sort of body")
    STATUS = "status", _("Status")
    SCOPE = "scope", _("Reach")
    REGION = "region", _("Region")
    COUNTRY = "country", _("Country")
    SUBJECT = "subject", pgettext_lazy("taxonomy", "Subject")
    SERVICE = "service", pgettext_lazy("taxonomy", "Service")
    AUDIENCE = "audience", pgettext_lazy("taxonomy", "Audience")
    SECTOR = "sector", pgettext_lazy("taxonomy", "Sector")
    ACCESS = "access", pgettext_lazy("taxonomy", "Access")
    FEE = "fee", pgettext_lazy("taxonomy", "Fee")
    LANGUAGE = "language", _("Language of service")
    DECADE = "decade", _("Founded in the decade")
    PARENT = "parent", _("Part of")
    MEMBER_OF = "member_of", _("Member of")
    TEXT = "text", _("Described in")
    FRESHNESS = "freshness", _("Freshness")


class LinkKind(TextChoices):
    HOME = "home", pgettext_lazy("link", "Home page")
    MEMBERSHIP = "membership", _("Membership")
    DIRECTORY = "directory", _("Directory of members")
    FEED = "feed", _("Feed")
    SOCIAL = "social", _("Social network")
    ARCHIVE = "archive", _("Archived copy")


class LinkStatus(TextChoices):
    UNKNOWN = "unknown", _("Not checked")
    ALIVE = "alive", pgettext_lazy("link", "Alive")
    REDIRECTED = "redirected", pgettext_lazy("link", "Redirected")
    FAILING = "failing", pgettext_lazy("link", "Failing")
    DEAD = "dead", pgettext_lazy("link", "Dead")


class ImportState(TextChoices):
    READ = "read", pgettext_lazy("import", "Read")
    RUNNING = "running", pgettext_lazy("import", "Under way")
    DONE = "done", pgettext_lazy("import", "Finished")


class RelationKind(TextChoices):
    """Read “this record – kind – that body”."""

    PARENT_OF = "parent_of", _("is the parent of")
    PART_OF = "part_of", _("is part of")
    MEMBER_OF = "member_of", _("is a member of")
    HAS_MEMBER = "has_member", _("has as a member")
    SPONSOR_OF = "sponsor_of", _("sponsors")
    SPONSORED_BY = "sponsored_by", _("is sponsored by")
    FUNDS = "funds", _("funds")
    FUNDED_BY = "funded_by", _("is funded by")
    HOSTS = "hosts", _("hosts")
    HOSTED_BY = "hosted_by", _("is hosted by")
    MANAGES = "manages", _("manages")
    MANAGED_BY = "managed_by", _("is managed by")
    SECRETARIAT_OF = "secretariat_of", _("is the secretariat of")
    HAS_SECRETARIAT = "has_secretariat", _("has as its secretariat")
    FOUNDER_OF = "founder_of", _("is a founder of")
    FOUNDED_BY = "founded_by", _("was founded by")
    CARRIES_OUT = "carries_out", _("carries out")
    CARRIED_OUT_BY = "carried_out_by", _("is carried out by")
    SUCCESSOR_OF = "successor_of", _("is the successor of")
    SUCCEEDED_BY = "succeeded_by", _("was succeeded by")
    MERGED_INTO = "merged_into", _("was merged into")
    MERGED_FROM = "merged_from", _("was merged from")
    PARTNER_OF = "partner_of", _("is a partner of")

    @property
    def inverse(self) -> "RelationKind":
        """The same relation read from its other end."""
        return _INVERSES[self]

    @property
    def is_second(self) -> bool:
        """Whether it is the second name of its pair: PART_OF of PARENT_OF."""
        return any(self == second != first for first, second in _PAIRS)


_PAIRS = (
    (RelationKind.PARENT_OF, RelationKind.PART_OF),
    (RelationKind.MEMBER_OF, RelationKind.HAS_MEMBER),
    (RelationKind.SPONSOR_OF, RelationKind.SPONSORED_BY),
    (RelationKind.FUNDS, RelationKind.FUNDED_BY),
    (RelationKind.HOSTS, RelationKind.HOSTED_BY),
    (RelationKind.MANAGES, RelationKind.MANAGED_BY),
    (RelationKind.SECRETARIAT_OF, RelationKind.HAS_SECRETARIAT),
    (RelationKind.FOUNDER_OF, RelationKind.FOUNDED_BY),
    (RelationKind.CARRIES_OUT, RelationKind.CARRIED_OUT_BY),
    (RelationKind.SUCCESSOR_OF, RelationKind.SUCCEEDED_BY),
    (RelationKind.MERGED_INTO, RelationKind.MERGED_FROM),
    (RelationKind.PARTNER_OF, RelationKind.PARTNER_OF),
)
_INVERSES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
