"""Versions of the draft and the languages that each exists in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import graphene
from graphql import GraphQLResolveInfo

from cms.api import Document, LocaleCode, Work, batch, described_enum

from ..draft_reading import PublicProvision, public_provisions
from ..draft_wording import BASIS_LABELS, VERSION_STATE_LABELS
from ..drafts.vocabulary import PUBLIC_STATES, Basis, VersionState
from ..listings import PublicDraft, PublicRendition
from .provisions import ConsultationProvision, ConsultationProvisionChange
from .vocabulary import Labelled, LabelledFields

BasisCode = described_enum(
    Basis,
    "ConsultationBasisCode",
    "What the text of a draft in one language rests on.",
    ORIGINAL="The draft was written in this language.",
    OFFICIAL_TRANSLATION="A translation that its publisher stands for.",
    COURTESY="A translation for convenience; the other text counts.",
    MACHINE="Made by a machine.",
)
# Without DRAFT: nothing of a version that is being prepared is public.
PublicVersionState = StrEnum(  # type: ignore[misc]  # the members are those of VersionState
    "PublicVersionState", {state.name: state.value for state in PUBLIC_STATES}
)
VersionStateCode = described_enum(
    PublicVersionState,
    "ConsultationDraftStateCode",
    "Where a version of the draft stands.",
    PUBLISHED="The newest version.",
    SUPERSEDED="A later version is published.",
    FINAL="No other version will follow.",
)


class ConsultationBasis(LabelledFields, graphene.ObjectType):
    """What the text in one language rests on."""

    code = BasisCode(required=True, description="For programs.")


class ConsultationDraftState(LabelledFields, graphene.ObjectType):
    """Where a version of the draft stands."""

    code = VersionStateCode(required=True, description="For programs.")


class ConsultationRendition(graphene.ObjectType):
    """A version of the draft in one language."""

    language = LocaleCode(required=True, description="The language.")
    basis = graphene.Field(ConsultationBasis, required=True, description="What the text rests on.")
    is_authoritative = graphene.Boolean(required=True, description="Whether this is the text that counts.")
    document = graphene.Field(Document, description="Its file; null where there is none.")
    file_sha256 = graphene.String(
        name="fileSha256",
        description="SHA-256 of the file when it was published; null where it was not taken.",
    )

    def resolve_language(root: RenditionInLanguage, info: GraphQLResolveInfo) -> str:
        return root.public.rendition.language

    def resolve_basis(root: RenditionInLanguage, info: GraphQLResolveInfo) -> Labelled:
        basis = Basis(root.public.rendition.basis)
        return Labelled(basis, BASIS_LABELS[basis], root.language)

    def resolve_is_authoritative(root: RenditionInLanguage, info: GraphQLResolveInfo) -> bool:
        return root.public.rendition.is_authoritative

    def resolve_document(root: RenditionInLanguage, info: GraphQLResolveInfo) -> Work | None:
        return root.public.document

    def resolve_file_sha256(root: RenditionInLanguage, info: GraphQLResolveInfo) -> str | None:
        return root.public.rendition.file_sha256 or None


@dataclass(frozen=True)
class RenditionInLanguage:
    """A rendition, as told in the language of a page."""

    public: PublicRendition
    language: str


class ConsultationDraft(graphene.ObjectType):
    """A published version of the draft, as files."""

    number = graphene.Int(required=True, description="1 for the first version.")
    published_on = graphene.Date(description="When it was published; null where nobody knows.")
    languages = graphene.List(
        graphene.NonNull(LocaleCode), required=True, description="The languages that it exists in."
    )
    document = graphene.Field(Document, required=True, description="The files, by language, with a notice.")

    def resolve_number(root: PublicDraft, info: GraphQLResolveInfo) -> int:
        return root.version.number

    def resolve_published_on(root: PublicDraft, info: GraphQLResolveInfo) -> date | None:
        return root.version.published_on


class ConsultationDraftVersion(graphene.ObjectType):
    """A published version of the draft. It never changes; a correction is another version."""

    number = graphene.Int(required=True, description="1 for the first version.")
    label = graphene.String(description="As on the draft itself; null without one.")
    state = graphene.Field(ConsultationDraftState, required=True, description="Where it stands.")
    published_on = graphene.Date(description="When it was published; null where nobody knows.")
    published_at = graphene.DateTime(description="When it was published here; null for versions of before.")
    change_note = graphene.String(description="What changed since the version before; null for the first.")
    sha256 = graphene.String(
        name="sha256",
        description="SHA-256 of everything in it, in canonical JSON; null where it was not taken.",
    )
    languages = graphene.List(
        graphene.NonNull(LocaleCode),
        required=True,
        description="The languages that it exists in.",
    )
    renditions = graphene.List(
        graphene.NonNull(ConsultationRendition),
        required=True,
        description="The draft by language, the one that counts first.",
    )
    provisions = graphene.List(
        graphene.NonNull(ConsultationProvision),
        required=True,
        description="Its provisions in reading order; empty where there are only files.",
    )

    def resolve_number(root: PublicDraft, info: GraphQLResolveInfo) -> int:
        return root.version.number

    def resolve_label(root: PublicDraft, info: GraphQLResolveInfo) -> str | None:
        return root.version.label or None

    def resolve_state(root: PublicDraft, info: GraphQLResolveInfo) -> Labelled:
        state = VersionState(root.version.state)
        return Labelled(PublicVersionState(state), VERSION_STATE_LABELS[state], root.language)

    def resolve_published_on(root: PublicDraft, info: GraphQLResolveInfo) -> date | None:
        return root.version.published_on

    def resolve_published_at(root: PublicDraft, info: GraphQLResolveInfo) -> datetime | None:
        return root.version.published_at

    def resolve_change_note(root: PublicDraft, info: GraphQLResolveInfo) -> str | None:
        return root.version.change_note or None

    def resolve_sha256(root: PublicDraft, info: GraphQLResolveInfo) -> str | None:
        return root.version.sha256 or None

    @batch
    def resolve_provisions(
        roots: Sequence[PublicDraft], info: GraphQLResolveInfo
    ) -> list[list[PublicProvision]]:
        return public_provisions(roots)

    def resolve_renditions(root: PublicDraft, info: GraphQLResolveInfo) -> list[RenditionInLanguage]:
        return [RenditionInLanguage(each, root.language) for each in root.renditions]


class ConsultationProvisionDiff(graphene.ObjectType):
    """What changed between two published versions, in one language."""

    earlier = graphene.Field(ConsultationDraftVersion, required=True, description="The earlier version.")
    later = graphene.Field(ConsultationDraftVersion, required=True, description="The later version.")
    changes = graphene.List(
        graphene.NonNull(ConsultationProvisionChange),
        required=True,
        description="Every provision of both, in the order of the later one.",
    )
