"""Compares what language versions assert, claim by claim, without reading their prose."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeAlias
from uuid import UUID

from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.models import Claim, ClaimDecision

Decisions: TypeAlias = Mapping[tuple[UUID, str, str], ClaimDecision]


class Difference(StrEnum):
    """How two versions of one claim relate."""

    CONTRADICTION = "contradiction"  # both say something, and it cannot both be true
    PRECISION = "precision"  # one says the same less exactly
    OMISSION = "omission"  # one lists less than the other
    MISSING = "missing"  # only one of them says anything


@dataclass(frozen=True)
class Finding:
    """A difference between two language versions. `left` or `right` is None where a version is silent."""

    key: str
    languages: tuple[str, str]
    left: Claim | None
    right: Claim | None
    difference: Difference
    decision: ClaimDecision | None = None
    """An editor's word that exactly these two values may differ; None while the difference is open."""

    @property
    def is_open(self) -> bool:
        return self.decision is None

    @property
    def reason(self) -> str:
        """Why the difference is legitimate; empty while it is open."""
        return self.decision.reason if self.decision else ""

    @property
    def fingerprint(self) -> str:
        """What a decision is about: both values, each with its language, whichever comes first."""
        return fingerprint_of(self.languages, self.left, self.right)


def findings(left: Page, right: Page) -> tuple[Finding, ...]:
    """Return every difference between the claims of two versions, in the order of the left one.

    - Both are taken as they are given: rows from the database are what is published, revisions are drafts.
    - A version without any claims is not silent, it is unexamined: nothing is found.
    - Decisions count only while both values are those that were decided on.
    """
    decisions = decisions_on([left.translation_key])
    return found_between(left, right, tuple(left.claims.all()), tuple(right.claims.all()), decisions)


def findings_by_work(pages: PageQuerySet[Page]) -> dict[UUID, tuple[Finding, ...]]:
    """Return what findings() finds between every two of the pages that are versions of one work.

    Works without a difference are left out. Costs three queries, however many pages there are.
    """
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(page__in=pages):
        claims[claim.page_id].append(claim)
    works: dict[UUID, list[Page]] = defaultdict(list)
    for page in pages.filter(pk__in=list(claims)).select_related("locale").order_by("pk"):
        works[page.translation_key].append(page)
    decisions = decisions_on(works)
    found = {
        key: tuple(
            finding
            for left, right in combinations(versions, 2)
            for finding in found_between(
                left, right, tuple(claims[left.pk]), tuple(claims[right.pk]), decisions
            )
        )
        for key, versions in works.items()
    }
    return {key: differences for key, differences in found.items() if differences}


@dataclass(frozen=True)
class Assertions:
    """The published claims of a page, and what other versions of it say differently."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]

    def differing_from(self, claim: Claim) -> list[Finding]:
        return [finding for finding in self.findings if finding.key == claim.key]


def assertions_of(compared: Sequence[tuple[Page, Sequence[Page]]]) -> list[Assertions]:
    """Return what each page asserts and what findings() finds between it and each of those other versions.

    Costs two queries, however many pages there are.
    """
    keys = {page.pk for page, others in compared for page in (page, *others)}
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(page__in=keys):
        claims[claim.page_id].append(claim)
    decisions = decisions_on({page.translation_key for page, _ in compared})
    return [
        Assertions(
            tuple(claims[page.pk]),
            tuple(
                finding
                for other in others
                for finding in found_between(
                    page, other, tuple(claims[page.pk]), tuple(claims[other.pk]), decisions
                )
            ),
        )
        for page, others in compared
    ]


def pair_name(languages: tuple[str, str]) -> str:
    """Return how a pair of languages is stored, whichever comes first."""
    return " ".join(sorted(languages))


def paired(
    left: Iterable[Claim], right: Iterable[Claim]
) -> tuple[tuple[str, Claim | None, Claim | None], ...]:
    """Return the claims of two versions side by side by their key, in the order of the left one."""
    ours, theirs = by_key(left), by_key(right)
    keys = [*ours, *(key for key in theirs if key not in ours)]
    return tuple((key, ours.get(key), theirs.get(key)) for key in keys)


def decisions_on(works: Iterable[UUID]) -> Decisions:
    decided = ClaimDecision.objects.filter(translation_key__in=list(works)).select_related("decided_by")
    return {(row.translation_key, row.claim_key, row.fingerprint): row for row in decided}


def found_between(
    left: Page, right: Page, ours: tuple[Claim, ...], theirs: tuple[Claim, ...], decisions: Decisions
) -> tuple[Finding, ...]:
    if not ours or not theirs:
        return ()
    languages = (left.locale.language_code, right.locale.language_code)
    return tuple(
        Finding(
            key,
            languages,
            one,
            other,
            difference,
            decisions.get((left.translation_key, key, fingerprint_of(languages, one, other))),
        )
        for key, one, other in paired(ours, theirs)
        if (difference := difference_between(one, other))
    )


def fingerprint_of(languages: tuple[str, str], left: Claim | None, right: Claim | None) -> str:
    values = sorted(
        [language, claim.kind, claim.canonical, claim.value] if claim else [language]
        for language, claim in zip(languages, (left, right), strict=True)
    )
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def difference_between(left: Claim | None, right: Claim | None) -> Difference | None:
    if left is None or right is None:
        return Difference.MISSING
    if left.canonical == right.canonical:
        return None
    if not left.canonical or not right.canonical:
        return Difference.MISSING
    if left.kind == right.kind == Claim.Kind.LIST:
        return difference_between_lists(members(left), members(right))
    if left.kind == right.kind == Claim.Kind.DATE and refines(left.canonical, right.canonical):
        return Difference.PRECISION
    return Difference.CONTRADICTION


def difference_between_lists(left: frozenset[str], right: frozenset[str]) -> Difference | None:
    if left == right:
        return None
    return Difference.OMISSION if left < right or right < left else Difference.CONTRADICTION


def refines(left: str, right: str) -> bool:
    """Whether one EDTF date lies within the other by being written further: 2009-36 within 2009."""
    shorter, longer = sorted((left, right), key=len)
    # A slash opens a range: “since 1994” is not a more exact 1994.
    return longer.startswith(shorter) and longer[len(shorter)] in "-~?%T"


def members(claim: Claim) -> frozenset[str]:
    return frozenset(member.strip() for member in claim.canonical.split(",") if member.strip())


def by_key(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {claim.key: claim for claim in claims}
