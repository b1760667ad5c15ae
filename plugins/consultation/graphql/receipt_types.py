"""Receipts, heads and proofs, as everybody may check them."""

from __future__ import annotations

import json

import graphene
from graphql import GraphQLResolveInfo

from cms.api import Connection, LocaleCode

from ..models import Submission, SubmissionRevision, TreeHead
from ..submissions.addressing import receipt_url
from ..submissions.receipts import receipt_of
from ..transparency.receipt_text import receipt_text
from ..transparency.receipts import Receipt


class ConsultationTreeHead(graphene.ObjectType):
    """What the log was at a size, signed. It cannot be taken back."""

    log = graphene.String(required=True, description="The name of the log.")
    size = graphene.Int(required=True, description="How many entries it had.")
    root = graphene.String(required=True, description="The root of the tree over them, in hexadecimal.")
    signed_at = graphene.DateTime(required=True, description="When it was signed.")
    key_id = graphene.String(required=True, description="SHA-256 of the public key.")
    public_key = graphene.String(required=True, description="The Ed25519 public key, in hexadecimal.")
    signature = graphene.String(required=True, description="Over its canonical JSON, in hexadecimal.")
    consistency = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="The proof that it continues the head of one entry less.",
    )

    def resolve_key_id(root: TreeHead, info: GraphQLResolveInfo) -> str:
        return root.key.key_id

    def resolve_public_key(root: TreeHead, info: GraphQLResolveInfo) -> str:
        return root.key.public_key


class ConsultationTreeHeadConnection(Connection):
    """Heads of the log."""

    class Meta:
        node = ConsultationTreeHead


class ConsultationReceipt(graphene.ObjectType):
    """The proof that a revision of a submission was received and recorded. Keep it."""

    reference = graphene.String(required=True, description="Of the submission.")
    number = graphene.Int(required=True, description="Which revision: 1 for the first that was handed in.")
    received_at = graphene.DateTime(required=True, description="When it was received.")
    recorded_at = graphene.DateTime(required=True, description="When it was recorded in the log.")
    content_hash = graphene.String(required=True, description="SHA-256 of its canonical JSON.")
    salt = graphene.String(required=True, description="What it was committed to the log with.")
    index = graphene.Int(required=True, description="Its place in the log, from 0.")
    path = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="The proof of inclusion in the head."
    )
    head = graphene.Field(ConsultationTreeHead, required=True, description="The head it is proven against.")
    signature = graphene.String(required=True, description="Over the receipt’s canonical JSON.")
    text = graphene.String(required=True, description="The receipt as text, for verify-receipt and mail.")
    json = graphene.String(required=True, description="The receipt as JSON, for verify-receipt.")
    content = graphene.String(
        required=True, description="The canonical JSON that was hashed: the submission without its author."
    )
    url = graphene.String(
        required=True,
        description="The page of the receipt, with it as PDF; whoever has the address can read it.",
        locale=LocaleCode(required=True, description="The language of the page."),
    )

    def resolve_reference(root: Proven, info: GraphQLResolveInfo) -> str:
        return root.receipt.reference

    def resolve_number(root: Proven, info: GraphQLResolveInfo) -> int:
        return root.revision.number

    def resolve_received_at(root: Proven, info: GraphQLResolveInfo) -> object:
        return root.receipt.received_at

    def resolve_recorded_at(root: Proven, info: GraphQLResolveInfo) -> object:
        return root.receipt.recorded_at

    def resolve_content_hash(root: Proven, info: GraphQLResolveInfo) -> str:
        return root.receipt.content_hash.hex()

    def resolve_salt(root: Proven, info: GraphQLResolveInfo) -> str:
        return root.receipt.salt.hex()

    def resolve_index(root: Proven, info: GraphQLResolveInfo) -> int:
        return root.receipt.index

    def resolve_path(root: Proven, info: GraphQLResolveInfo) -> list[str]:
        return [step.hex() for step in root.receipt.path]

    def resolve_head(root: Proven, info: GraphQLResolveInfo) -> TreeHead:
        return TreeHead.objects.select_related("key").get(receipts__revision=root.revision)

    def resolve_signature(root: Proven, info: GraphQLResolveInfo) -> str:
        return root.receipt.signature.hex()

    def resolve_text(root: Proven, info: GraphQLResolveInfo) -> str:
        return receipt_text(root.receipt)

    def resolve_json(root: Proven, info: GraphQLResolveInfo) -> str:
        return json.dumps(root.receipt.document(), ensure_ascii=False)

    def resolve_content(root: Proven, info: GraphQLResolveInfo) -> str:
        return root.revision.content or ""

    def resolve_url(root: Proven, info: GraphQLResolveInfo, locale: str) -> str:
        return receipt_url(root.revision, language=locale)


class Proven:
    """A revision with its receipt."""

    def __init__(self, revision: SubmissionRevision, receipt: Receipt) -> None:
        self.revision, self.receipt = revision, receipt


def proven(revision: SubmissionRevision | None) -> Proven | None:
    """Return a revision with its receipt; None where there is none, or none any more."""
    receipt = receipt_of(revision) if revision is not None else None
    return Proven(revision, receipt) if revision is not None and receipt is not None else None


def latest_receipt(submission: Submission) -> Proven | None:
    """Return the receipt of what was recorded last."""
    return proven(submission.revisions.order_by("-number").select_related("submission").first())
