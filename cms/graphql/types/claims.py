"""Claims: what a page asserts, and where another language version asserts something else."""

from __future__ import annotations

from collections.abc import Sequence

import graphene
from wagtail.models import Page

from cms.domain.claims import Difference, Finding
from cms.graphql.context import Context
from cms.graphql.enums import described_enum
from cms.graphql.loading.claims import assertions
from cms.graphql.locales import LocaleCode
from cms.models import Claim as ClaimModel

ClaimKind = described_enum(
    ClaimModel.Kind,
    "ClaimKind",
    "What kind of fact a claim states.",
    **{kind.name: f"A {kind.value}." for kind in ClaimModel.Kind},
)
ClaimDifference = described_enum(
    Difference,
    "ClaimDifference",
    "How two versions of a claim relate.",
    CONTRADICTION="Both say something, and it cannot both be true.",
    PRECISION="One says the same less exactly.",
    OMISSION="One lists less than the other.",
    MISSING="The other version says nothing about it.",
)


class Divergence(graphene.ObjectType):
    """Another language version that does not say the same."""

    locale = graphene.Field(LocaleCode, required=True, description="The other version's language.")
    value = graphene.String(description="What it says, in its language; null when it says nothing.")
    difference = graphene.Field(ClaimDifference, required=True, description="How the two relate.")
    reason = graphene.String(description="Why an editor holds it legitimate; null while that is open.")


class Claim(graphene.ObjectType):
    """One statement of fact that this language version makes."""

    key = graphene.String(required=True, description="The same in every language version.")
    kind = graphene.Field(ClaimKind, required=True, description="What kind of fact it is.")
    value = graphene.String(required=True, description="As this version says it, in its language.")
    canonical = graphene.String(
        description="Comparable value, the same word in every language (dates as EDTF); null: not said."
    )
    note = graphene.String(required=True, description="A remark; may be empty.")
    is_divergent = graphene.Boolean(
        required=True, description="True when another version says something else."
    )
    divergences = graphene.List(
        graphene.NonNull(Divergence), required=True, description="The versions that say something else."
    )


def claims_of(pages: Sequence[Page], context: Context) -> list[list[dict[str, object]]]:
    """Return each page's claims in its order, compared with every public version in another language."""
    return [
        [compared(claim, found.differing_from(claim)) for claim in found.claims]
        for found in assertions(pages, context)
    ]


def compared(claim: ClaimModel, divergences: list[Finding]) -> dict[str, object]:
    return {
        "key": claim.key,
        "kind": claim.kind,
        "value": claim.value,
        "canonical": claim.canonical or None,
        "note": claim.note,
        "is_divergent": bool(divergences),
        "divergences": [
            {
                "locale": finding.languages[1],
                "value": finding.right.value if finding.right else None,
                "difference": finding.difference,
                "reason": finding.reason or None,
            }
            for finding in divergences
        ],
    }
