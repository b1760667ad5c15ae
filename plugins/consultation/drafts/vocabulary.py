"""The closed lists of the draft's parts; touches nothing."""

from enum import StrEnum


class Kind(StrEnum):
    """What a provision is."""

    PREAMBLE = "preamble"
    PART = "part"  # KISIM, PART
    SECTION = "section"  # BÖLÜM, SECTION
    ARTICLE = "article"  # MADDE, Article; GEÇİCİ MADDE and EK MADDE, too
    PARAGRAPH = "paragraph"  # (1), and whatever text has no mark of its own
    CLAUSE = "clause"  # a) … ç) …
    SUBCLAUSE = "subclause"  # 1) or aa) within a clause
    ANNEX = "annex"
    TABLE = "table"


class Basis(StrEnum):
    """What a text in one language rests on."""

    ORIGINAL = "original"
    OFFICIAL_TRANSLATION = "official_translation"
    COURTESY = "courtesy"
    MACHINE = "machine"


class Relation(StrEnum):
    """How a provision of a version goes on in the next."""

    SAME = "same"
    MODIFIED = "modified"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    DELETED = "deleted"


class VersionState(StrEnum):
    """Where a version of the draft stands."""

    DRAFT = "draft"  # being prepared; nobody outside sees it
    PUBLISHED = "published"
    SUPERSEDED = "superseded"  # published, and a later one is, too
    FINAL = "final"  # published, and no other will follow


PUBLIC_STATES = (VersionState.PUBLISHED, VersionState.SUPERSEDED, VersionState.FINAL)
