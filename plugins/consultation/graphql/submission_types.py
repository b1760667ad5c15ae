"""A submission as its author sees it, with the token."""

from __future__ import annotations

from dataclasses import dataclass

import graphene
from graphql import GraphQLResolveInfo

from cms.api import LocaleCode, context_of

from ..models import Attachment, Opinion, Respondent, Submission
from ..submissions.rounds import terms_of
from .opinion_vocabulary import (
    CapacityCode,
    OpinionKindCode,
    OpinionStanceCode,
    PublicationChoiceCode,
    SubmissionChannelCode,
    SubmissionStanceCode,
    SubmissionStateCode,
)
from .receipt_types import ConsultationReceipt, Proven, latest_receipt


class ConsultationQuote(graphene.ObjectType):
    """A passage of a provision, over its plain text."""

    exact = graphene.String(required=True, description="The passage.")
    prefix = graphene.String(required=True, description="Up to 32 characters before it.")
    suffix = graphene.String(required=True, description="Up to 32 characters after it.")
    start = graphene.Int(description="Where it begins, in characters; null if it was not said.")
    end = graphene.Int(description="Where it ends: the first character that is not quoted.")
    language = LocaleCode(description="The language of the text that was quoted; null if it was not said.")


@dataclass(frozen=True)
class Quote:
    """The passage that an opinion quotes."""

    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    language: str | None


def quote_of(row: Opinion) -> Quote | None:
    if not row.quote_exact:
        return None
    return Quote(
        row.quote_exact,
        row.quote_prefix,
        row.quote_suffix,
        row.quote_start,
        row.quote_end,
        row.quote_language or None,
    )


class ConsultationOwnOpinion(graphene.ObjectType):
    """An opinion, as its author wrote it."""

    key = graphene.ID(required=True, description="Names it; stays the same when it is changed.")
    version = graphene.Int(required=True, description="The version of the draft that it was written on.")
    provision_key = graphene.String(description="The provision; null for the draft as a whole.")
    quote = graphene.Field(ConsultationQuote, description="The passage that it is about, if any.")
    kind = OpinionKindCode(required=True, description="What it is about.")
    stance = OpinionStanceCode(description="Whether it is for the provision; null if it was not said.")
    text = graphene.String(required=True, description="The opinion.")
    rationale = graphene.String(required=True, description="Its reasons.")
    proposed_text = graphene.String(required=True, description="The wording that it proposes.")
    language = LocaleCode(required=True, description="Its language.")

    def resolve_version(root: Opinion, info: GraphQLResolveInfo) -> int:
        return root.version_number

    def resolve_provision_key(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return root.provision_key or None

    def resolve_quote(root: Opinion, info: GraphQLResolveInfo) -> Quote | None:
        return quote_of(root)

    def resolve_stance(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return root.stance or None

    def resolve_text(root: Opinion, info: GraphQLResolveInfo) -> str:
        return root.opinion_text


class ConsultationOwnRespondent(graphene.ObjectType):
    """Who handed in, as they said."""

    capacity = CapacityCode(required=True, description="For whom.")
    name = graphene.String(required=True, description="The person’s name; empty if it was not said.")
    email = graphene.String(required=True, description="Where the receipt goes; empty if nowhere.")
    organisation = graphene.String(required=True, description="The organisation’s name, or empty.")
    organisation_key = graphene.String(required=True, description="Its key, or empty.")
    position = graphene.String(required=True, description="The person’s position there, or empty.")


class ConsultationOwnAttachment(graphene.ObjectType):
    """A file that came with a submission."""

    key = graphene.ID(required=True, description="Names it.")
    name = graphene.String(required=True, description="What it is called.")
    content_type = graphene.String(required=True, description="Its media type, as its content shows it.")
    size = graphene.Int(required=True, description="In bytes.")
    sha256 = graphene.String(required=True, description="Of its content, in hexadecimal.")


class ConsultationSubmission(graphene.ObjectType):
    """What somebody handed in, or is about to, for whoever has its token."""

    reference = graphene.String(required=True, description="For letters and for the telephone.")
    consultation_key = graphene.String(required=True, description="The consultation.")
    round_number = graphene.Int(required=True, description="The round.")
    state = SubmissionStateCode(required=True, description="Where it stands.")
    language = LocaleCode(required=True, description="In which language it is.")
    channel = SubmissionChannelCode(required=True, description="How it came.")
    started_at = graphene.DateTime(required=True, description="When it was begun.")
    received_at = graphene.DateTime(description="When it was handed in, by the server’s clock; null before.")
    is_late = graphene.Boolean(required=True, description="Whether it came after the closing instant.")
    grace = graphene.Boolean(
        required=True, description="Whether it came just after, from a form that was opened in time."
    )
    is_editable = graphene.Boolean(required=True, description="Whether it can be changed now.")
    publication_choice = PublicationChoiceCode(required=True, description="What may be published.")
    consent = graphene.String(required=True, description="The version of the consent text, or empty.")
    stance = SubmissionStanceCode(description="On the draft as a whole; null if it was not said.")
    revision = graphene.Int(
        required=True, description="Rises with every change. Send it back as `expectedRevision`."
    )
    respondent = graphene.Field(ConsultationOwnRespondent, description="Who; null once it is erased.")
    opinions = graphene.List(
        graphene.NonNull(ConsultationOwnOpinion), required=True, description="In their author’s order."
    )
    attachments = graphene.List(
        graphene.NonNull(ConsultationOwnAttachment), required=True, description="The files."
    )
    receipt = graphene.Field(
        ConsultationReceipt, description="Of what was recorded last; null for a draft, and once it is erased."
    )

    def resolve_consultation_key(root: Submission, info: GraphQLResolveInfo) -> str:
        return root.round.consultation.key

    def resolve_round_number(root: Submission, info: GraphQLResolveInfo) -> int:
        return root.round.number

    def resolve_is_editable(root: Submission, info: GraphQLResolveInfo) -> bool:
        now = context_of(info).audience.now
        if root.state == Submission.State.STARTED:
            return terms_of(root.round).verdict(now, opened_at=root.started_at).is_accepted
        closed = (Submission.State.WITHDRAWN, Submission.State.REJECTED)
        if root.state in closed or root.received_at is None:
            return False
        return terms_of(root.round).may_edit(now, received_at=root.received_at)

    def resolve_stance(root: Submission, info: GraphQLResolveInfo) -> str | None:
        return root.overall_stance or None

    def resolve_respondent(root: Submission, info: GraphQLResolveInfo) -> Respondent | None:
        return root.respondent

    def resolve_opinions(root: Submission, info: GraphQLResolveInfo) -> list[Opinion]:
        return list(root.opinions.current())

    def resolve_attachments(root: Submission, info: GraphQLResolveInfo) -> list[Attachment]:
        return list(root.attachments.filter(removed_at__isnull=True))

    def resolve_receipt(root: Submission, info: GraphQLResolveInfo) -> Proven | None:
        return latest_receipt(root)
