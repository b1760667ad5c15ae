"""What a mutation of submissions answers, and how what happened becomes that answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import graphene
from graphene.utils.str_converters import to_camel_case
from graphql import GraphQLResolveInfo

from ..submissions.errors import Code, Flaw, Refused
from ..submissions.repeating import Outcome
from ..submissions.tokens import language_of, manage_token
from .opinion_vocabulary import SubmissionErrorCode
from .receipt_types import ConsultationReceipt, Proven, proven
from .submission_types import ConsultationSubmission

NAMES = {"opinion_text": "text", "version_number": "version"}
"""Where a field of the schema is called otherwise than the column."""


@dataclass(frozen=True)
class Told:
    """A flaw, in the language of whoever is told."""

    flaw: Flaw
    language: str


class ConsultationSubmissionError(graphene.ObjectType):
    """One thing that is wrong with a request. Nothing of it was carried out."""

    code = SubmissionErrorCode(required=True, description="For programs.")
    message = graphene.String(required=True, description="For people, in the language that was asked for.")
    path = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Where in the input: names and positions.",
    )
    closed_at = graphene.DateTime(description="With CLOSED_AT: the first instant that was too late.")
    retry_after = graphene.Int(
        description="With RATE_LIMITED and FORM_TOO_FAST: in how many seconds to try again."
    )

    def resolve_code(root: Told, info: GraphQLResolveInfo) -> Code:
        return root.flaw.code

    def resolve_message(root: Told, info: GraphQLResolveInfo) -> str:
        return root.flaw.message(root.language)

    def resolve_path(root: Told, info: GraphQLResolveInfo) -> list[str]:
        return [to_camel_case(NAMES.get(step, step)) for step in root.flaw.path]

    def resolve_closed_at(root: Told, info: GraphQLResolveInfo) -> object:
        return root.flaw.closed_at

    def resolve_retry_after(root: Told, info: GraphQLResolveInfo) -> int | None:
        return root.flaw.retry_after


@dataclass(frozen=True)
class Payload:
    """The answer to a mutation."""

    submission: object = None
    receipt: Proven | None = None
    manage_token: str | None = None
    is_repeated: bool = False
    errors: list[Told] = field(default_factory=list)
    client_mutation_id: str | None = None


class ConsultationSubmissionPayload(graphene.ObjectType):
    """What became of a request about a submission: either it is done, or `errors` says what is wrong."""

    submission = graphene.Field(
        ConsultationSubmission,
        description="As it is now; null with errors, and for a draft that was deleted.",
    )
    receipt = graphene.Field(
        ConsultationReceipt, description="Of what this request recorded; null if it recorded nothing."
    )
    manage_token = graphene.String(
        description="Given once, to whoever begins or hands in: the only way back to the submission. Keep it."
    )
    is_repeated = graphene.Boolean(
        required=True, description="Whether the request had been carried out before, and this is its answer."
    )
    errors = graphene.List(
        graphene.NonNull(ConsultationSubmissionError), required=True, description="Everything that is wrong."
    )
    client_mutation_id = graphene.String(description="As it was sent.")


def payload_of(
    act: Callable[[], Outcome],
    *,
    language: str,
    client_mutation_id: str | None,
    token: str = "",
    gives_token: bool = False,
) -> Payload:
    """Return the answer of a use case; a refusal becomes its errors, in the language of who sent it."""
    try:
        outcome = act()
    except Refused as refused:
        spoken = language or language_of(token)
        told = [Told(flaw, spoken) for flaw in refused.flaws]
        return Payload(errors=told, client_mutation_id=client_mutation_id)
    given = manage_token(outcome.submission) if gives_token and outcome.submission else None
    return Payload(
        submission=outcome.submission,
        receipt=proven(outcome.revision),
        manage_token=given,
        is_repeated=outcome.is_repeated,
        client_mutation_id=client_mutation_id,
    )
