"""Provisions of a version of the draft, and what changed between two."""

from __future__ import annotations

from dataclasses import dataclass

import graphene
from graphql import GraphQLResolveInfo

from cms.api import LocaleCode, described_enum

from ..draft_reading import ProvisionChange, PublicProvision
from ..draft_wording import KIND_LABELS, RELATION_LABELS
from ..drafts import provisions as values
from ..drafts.diffing import Change, Passage
from ..drafts.vocabulary import Kind, Relation
from ..listings import PublicDraft
from ..models import ProvisionText
from .vocabulary import Labelled, LabelledFields

ProvisionKindCode = described_enum(
    Kind,
    "ConsultationProvisionKindCode",
    "What a provision is.",
    PREAMBLE="What stands before the provisions.",
    PART="A part: what holds sections.",
    SECTION="A section or chapter.",
    ARTICLE="An article, provisional ones included.",
    PARAGRAPH="A paragraph of an article, numbered or not.",
    CLAUSE="A clause (bent).",
    SUBCLAUSE="A part of a clause (alt bent).",
    ANNEX="An annex (ek).",
    TABLE="A table.",
)
RelationCode = described_enum(
    Relation,
    "ConsultationRelationCode",
    "How a provision goes on in a later version.",
    SAME="As it was.",
    MODIFIED="Its text, or that of a part of it, has changed.",
    MOVED="It stands somewhere else, with the same text.",
    RENUMBERED="Only its number has changed.",
    SPLIT="It became several.",
    MERGED="It became one with another.",
    ADDED="It is new.",
    DELETED="It is gone.",
)
ChangeCode = described_enum(
    Change,
    "ConsultationChangeCode",
    "What happened to a passage.",
    KEPT="It stands in both versions.",
    REMOVED="It stands in the earlier version only.",
    ADDED="It stands in the later version only.",
)


class ConsultationProvisionKind(LabelledFields, graphene.ObjectType):
    """What a provision is."""

    code = ProvisionKindCode(required=True, description="For programs.")


class ConsultationRelation(LabelledFields, graphene.ObjectType):
    """How a provision goes on in a later version."""

    code = RelationCode(required=True, description="For programs.")


class ConsultationProvisionText(graphene.ObjectType):
    """A provision in one language."""

    language = LocaleCode(required=True, description="The language of heading and text.")
    heading = graphene.String(description="Its heading; null without one.")
    text = graphene.String(
        required=True,
        description="Plain text (NFC, single spaces), over which offsets of quotes are counted.",
    )
    html = graphene.String(required=True, description="The same words with their form, safe to show.")
    sha256 = graphene.String(name="sha256", required=True, description="SHA-256 of the plain text.")

    def resolve_heading(root: ProvisionText, info: GraphQLResolveInfo) -> str | None:
        return root.heading or None

    def resolve_sha256(root: ProvisionText, info: GraphQLResolveInfo) -> str:
        return root.text_sha256


class ConsultationProvision(graphene.ObjectType):
    """A part of the draft that can be named. The list of a version is its tree, in reading order."""

    key = graphene.String(required=True, description="Names the same provision in every version.")
    parent_key = graphene.String(description="The key of what it is part of; null at the top.")
    kind = graphene.Field(ConsultationProvisionKind, required=True, description="What it is.")
    printed_number = graphene.String(description="As printed, for example MADDE 5, (2), ç); null without.")
    texts = graphene.List(
        graphene.NonNull(ConsultationProvisionText),
        required=True,
        description="Its texts by language, the one that counts first.",
        language=LocaleCode(description="Only the text in this language; left out, all."),
    )

    def resolve_key(root: PublicProvision, info: GraphQLResolveInfo) -> str:
        return root.provision.key

    def resolve_kind(root: PublicProvision, info: GraphQLResolveInfo) -> Labelled:
        kind = Kind(root.provision.kind)
        return Labelled(kind, KIND_LABELS[kind], root.language)

    def resolve_printed_number(root: PublicProvision, info: GraphQLResolveInfo) -> str | None:
        return root.provision.printed_number or None

    def resolve_texts(
        root: PublicProvision, info: GraphQLResolveInfo, language: str | None = None
    ) -> list[ProvisionText]:
        return [text for text in root.texts if language in (None, text.language)]


class ConsultationPassage(graphene.ObjectType):
    """A run of words that was kept, removed or added."""

    change = ChangeCode(required=True, description="What happened to it.")
    text = graphene.String(required=True, description="The words, spaces included.")


class ConsultationProvisionSide(graphene.ObjectType):
    """A provision as it stands in one of the two versions."""

    key = graphene.String(required=True, description="Its key.")
    parent_key = graphene.String(description="The key of what it is part of; null at the top.")
    printed_number = graphene.String(description="As printed in this version; null without.")
    heading = graphene.String(description="Its heading in this version; null without one.")

    def resolve_parent_key(root: values.Provision, info: GraphQLResolveInfo) -> str | None:
        return root.parent

    def resolve_printed_number(root: values.Provision, info: GraphQLResolveInfo) -> str | None:
        return root.printed_number or None

    def resolve_heading(root: values.Provision, info: GraphQLResolveInfo) -> str | None:
        return root.heading or None


class ConsultationProvisionChange(graphene.ObjectType):
    """What became of a provision. A split or a merger is several of these."""

    relation = graphene.Field(ConsultationRelation, required=True, description="How it goes on.")
    is_moved = graphene.Boolean(
        required=True, description="Whether it stands somewhere else, text changed or not."
    )
    earlier = graphene.Field(ConsultationProvisionSide, description="In the earlier version; null if added.")
    later = graphene.Field(ConsultationProvisionSide, description="In the later version; null if deleted.")
    heading = graphene.List(
        graphene.NonNull(ConsultationPassage), required=True, description="Its heading, word by word."
    )
    text = graphene.List(
        graphene.NonNull(ConsultationPassage), required=True, description="Its own text, word by word."
    )

    def resolve_relation(root: ProvisionChange, info: GraphQLResolveInfo) -> Labelled:
        return Labelled(root.relation, RELATION_LABELS[root.relation], root.language)

    def resolve_heading(root: ProvisionChange, info: GraphQLResolveInfo) -> tuple[Passage, ...]:
        return root.heading

    def resolve_text(root: ProvisionChange, info: GraphQLResolveInfo) -> tuple[Passage, ...]:
        return root.text


@dataclass(frozen=True)
class DraftComparison:
    """Two published versions and what became of each provision."""

    earlier: PublicDraft
    later: PublicDraft
    changes: list[ProvisionChange]
