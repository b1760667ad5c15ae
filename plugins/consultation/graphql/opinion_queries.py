"""Published opinions, one's own submission, and what it takes to check the log."""

from __future__ import annotations

import graphene
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from graphql import GraphQLResolveInfo

from cms.api import (
    PAGING,
    BadInput,
    Connection,
    KeysetPage,
    LocaleCode,
    batch,
    context_of,
    described_enum,
    keyset_page,
)

from ..models import Attachment, ConsultationPage, LogLeaf, Opinion, Submission, TreeHead
from ..publication import Shown, Text, Viewer
from ..submissions.ledger import current_log
from ..submissions.tokens import token_hash
from ..submissions.verifying import Checked, Status, checked_receipt, checked_reference
from ..submissions.viewing import published, shown_of
from .opinion_vocabulary import CapacityCode, OpinionKindCode, OpinionStanceCode
from .receipt_types import ConsultationTreeHeadConnection
from .submission_types import (
    ConsultationOwnAttachment,
    ConsultationQuote,
    ConsultationSubmission,
    Quote,
    quote_of,
)

READ_ALONG = ("submission__respondent", "submission__round__consultation")


def seen(row: Opinion, info: GraphQLResolveInfo) -> Shown:
    """Return what of an opinion everybody may see."""
    return shown_of(row.submission, viewer=Viewer.PUBLIC, now=context_of(info).audience.now)


class ConsultationPublicRespondent(graphene.ObjectType):
    """Who gave an opinion, as far as they are named."""

    capacity = CapacityCode(required=True, description="For whom they spoke.")
    name = graphene.String(description="The person’s name; null where they are not named.")
    organisation = graphene.String(description="The organisation’s name; null where it is not named.")
    organisation_key = graphene.String(description="Its key in the list of organisations, if it has one.")


class ConsultationOpinion(graphene.ObjectType):
    """An opinion that was published."""

    key = graphene.ID(required=True, description="Names it.")
    version = graphene.Int(required=True, description="The version of the draft that it was written on.")
    provision_key = graphene.String(description="The provision; null for the draft as a whole.")
    quote = graphene.Field(ConsultationQuote, description="The passage that it is about, if any.")
    kind = OpinionKindCode(required=True, description="What it is about.")
    stance = OpinionStanceCode(description="Whether it is for the provision; null if it was not said.")
    language = LocaleCode(required=True, description="The language of its words: mark them with it.")
    is_redacted = graphene.Boolean(required=True, description="Whether passages were blacked out.")
    text = graphene.String(description="The opinion; null where it is not shown.")
    rationale = graphene.String(description="Its reasons; null where they are not shown.")
    proposed_text = graphene.String(description="The wording that it proposes; null where it is not shown.")
    respondent = graphene.Field(ConsultationPublicRespondent, description="Who; null for an unnamed one.")
    attachments = graphene.List(
        graphene.NonNull(ConsultationOwnAttachment), required=True, description="Files that may be known of."
    )

    def resolve_version(root: Opinion, info: GraphQLResolveInfo) -> int:
        return root.version_number

    def resolve_provision_key(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return root.provision_key or None

    def resolve_quote(root: Opinion, info: GraphQLResolveInfo) -> Quote | None:
        return quote_of(root) if seen(root, info).text is Text.WHOLE else None

    def resolve_stance(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return root.stance or None

    def resolve_is_redacted(root: Opinion, info: GraphQLResolveInfo) -> bool:
        return seen(root, info).text is Text.REDACTED

    def resolve_text(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return words(root, "opinion_text", info)

    def resolve_rationale(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return words(root, "rationale", info)

    def resolve_proposed_text(root: Opinion, info: GraphQLResolveInfo) -> str | None:
        return words(root, "proposed_text", info)

    def resolve_respondent(root: Opinion, info: GraphQLResolveInfo) -> dict[str, str | None] | None:
        person, shown = root.submission.respondent, seen(root, info)
        if person is None or not (shown.name or shown.organisation):
            return None
        return {
            "capacity": person.capacity,
            "name": person.name if shown.name else None,
            "organisation": person.organisation if shown.organisation else None,
            "organisation_key": (person.organisation_key or None) if shown.organisation else None,
        }

    @batch
    def resolve_attachments(roots: list[Opinion], info: GraphQLResolveInfo) -> list[list[Attachment]]:
        allowed = [root.pk for root in roots if seen(root, info).attachments]
        files = Attachment.objects.filter(opinion__in=allowed, removed_at__isnull=True) if allowed else ()
        found: dict[int | None, list[Attachment]] = {}
        for file in files:
            found.setdefault(file.opinion_id, []).append(file)
        return [found.get(root.pk, []) for root in roots]


def words(root: Opinion, name: str, info: GraphQLResolveInfo) -> str | None:
    """Return words that are shown whole. Blacked-out ones are shown by whoever keeps the redactions."""
    return str(getattr(root, name)) if seen(root, info).text is Text.WHOLE else None


class ConsultationOpinionConnection(Connection):
    """Published opinions."""

    class Meta:
        node = ConsultationOpinion


ReceiptStatusCode = described_enum(
    Status,
    "ConsultationReceiptStatusCode",
    "What the record says of a receipt.",
    RECORDED="It stands in the record as it was received.",
    AMENDED="It stands in the record; its author has changed the submission since.",
    WITHDRAWN="It stands in the log; the submission was withdrawn, or erased at its author’s request.",
    NOT_FOUND="There is nothing of this reference and content.",
    INVALID="The receipt is damaged or forged; `defects` says where.",
)


class ConsultationReceiptCheck(graphene.ObjectType):
    """What a receipt is worth. Verify it yourself, too: the script and the page need only the heads."""

    status = ReceiptStatusCode(required=True, description="What the record says.")
    defects = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="What does not hold, as codes."
    )
    index = graphene.Int(description="Its place in the log; null where there is none.")
    recorded_at = graphene.DateTime(description="When it was recorded; null where nothing was.")


class ConsultationProof(graphene.ObjectType):
    """A proof about the log, after RFC 9162."""

    hashes = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="In the order in which they are used."
    )
    leaf = graphene.String(description="Of an inclusion: the hash of the entry.")


class OpinionQuery(graphene.ObjectType):
    """Opinions and receipts."""

    consultation_opinions = graphene.Field(
        ConsultationOpinionConnection,
        description="What was published of the opinions in a consultation; null where it is not public.",
        consultation=graphene.String(required=True, description="Key of the consultation."),
        provision_key=graphene.String(description='Only those on this provision; "": on the whole draft.'),
        **PAGING,
    )
    consultation_submission = graphene.Field(
        ConsultationSubmission,
        description="The submission that a token leads to; null for any other token.",
        manage_token=graphene.String(required=True, description="The token."),
    )
    consultation_verify_receipt = graphene.Field(
        ConsultationReceiptCheck,
        description="Check a receipt, or a reference with the SHA-256 of the content.",
        receipt=graphene.String(description="The receipt, as text or as JSON."),
        reference=graphene.String(description="The reference; with `contentHash`."),
        content_hash=graphene.String(description="64 hexadecimal letters; with `reference`."),
    )
    consultation_tree_heads = graphene.Field(
        ConsultationTreeHeadConnection, description="The heads of the log, the latest first.", **PAGING
    )
    consultation_inclusion_proof = graphene.Field(
        ConsultationProof,
        description="That an entry is in the log; null without such an entry.",
        index=graphene.Int(required=True, description="The place of the entry, from 0."),
        size=graphene.Int(required=True, description="The size of the head that it is proven against."),
    )
    consultation_consistency_proof = graphene.Field(
        ConsultationProof,
        description="That a head continues an older one; null without such heads.",
        old=graphene.Int(required=True, description="The size of the older head."),
        size=graphene.Int(required=True, description="The size of the newer head."),
    )

    def resolve_consultation_opinions(
        root: None,
        info: GraphQLResolveInfo,
        consultation: str,
        first: int,
        after: str | None = None,
        provision_key: str | None = None,
    ) -> KeysetPage | None:
        audience = context_of(info).audience
        pages = ConsultationPage.objects.filter(consultation__key=consultation)
        if not audience.reachable(pages).exists():
            return None
        opinions = Opinion.objects.filter(submission__round__consultation__key=consultation)
        if provision_key is not None:
            opinions = opinions.filter(provision_key=provision_key)
        rows = published(opinions, now=audience.now).select_related(*READ_ALONG)
        return keyset_page(rows, key="submission__reference", first=first, after=after)

    def resolve_consultation_submission(
        root: None, info: GraphQLResolveInfo, manage_token: str
    ) -> Submission | None:
        found = Submission.objects.select_related("respondent", "round__consultation")
        return found.filter(manage_token_hash=token_hash(manage_token)).first()

    def resolve_consultation_verify_receipt(
        root: None,
        info: GraphQLResolveInfo,
        receipt: str | None = None,
        reference: str | None = None,
        content_hash: str | None = None,
    ) -> Checked:
        if receipt is not None and reference is None and content_hash is None:
            return checked_receipt(receipt)
        if receipt is None and reference is not None and content_hash is not None:
            return checked_reference(reference, content_hash)
        raise BadInput("Give either `receipt`, or `reference` and `contentHash`.")

    def resolve_consultation_tree_heads(
        root: None, info: GraphQLResolveInfo, first: int, after: str | None = None
    ) -> KeysetPage:
        latest_first = Cast(Value(10**11) - F("size"), CharField())
        heads = TreeHead.objects.select_related("key").annotate(list_key=latest_first)
        return keyset_page(heads, key="list_key", first=first, after=after)

    def resolve_consultation_inclusion_proof(
        root: None, info: GraphQLResolveInfo, index: int, size: int
    ) -> dict[str, object] | None:
        try:
            path = current_log().inclusion_proof(index, size=size)
        except IndexError:
            return None
        return {"hashes": [step.hex() for step in path], "leaf": LogLeaf.objects.get(index=index).hash}

    def resolve_consultation_consistency_proof(
        root: None, info: GraphQLResolveInfo, old: int, size: int
    ) -> dict[str, object] | None:
        try:
            path = current_log().consistency_proof(old, size=size)
        except IndexError:
            return None
        return {"hashes": [step.hex() for step in path], "leaf": None}
