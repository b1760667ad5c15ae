"""What the invited ask and answer."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import graphene
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from graphql import GraphQLResolveInfo

from cms.api import LocaleCode, context_of, described_enum

from ..models import Invitation
from ..people.answering import AnswerProblem, answer_without_opinion, note_opening
from ..people.inviting import invitation_with
from ..wording import said_in


class WithoutOpinion(StrEnum):
    """How the invited may answer without an opinion."""

    NO_OPINION = "no_opinion"
    DECLINED = "declined"


OutcomeCode = described_enum(
    Invitation.Outcome,
    "ConsultationInvitationOutcomeCode",
    "What became of an invitation.",
    NONE="No answer yet.",
    RESPONDED="An opinion was handed in.",
    NO_OPINION="They said that they have no opinion.",
    DECLINED="They said that they do not take part.",
)
WithoutOpinionCode = described_enum(
    WithoutOpinion,
    "ConsultationWithoutOpinionCode",
    "How the invited may answer without an opinion.",
    NO_OPINION="They have no opinion on the draft.",
    DECLINED="They do not take part.",
)
AnswerErrorCode = described_enum(
    AnswerProblem,
    "ConsultationInvitationErrorCode",
    "Why an answer to an invitation is not taken.",
    INVITATION_REQUIRED="The code is of no invitation that holds.",
    NOT_OPEN="The round takes no answers now.",
    ALREADY_RESPONDED="An opinion was handed in already; withdraw it first.",
    NOTE_TOO_LONG="The note is longer than 2,000 characters.",
)
MESSAGES: dict[AnswerProblem, tuple[str, Promise]] = {
    AnswerProblem.INVITATION_REQUIRED: (
        "invitationCode",
        _("This code is of no invitation. Check it letter by letter, or ask who invited you."),
    ),
    AnswerProblem.NOT_OPEN: ("", _("The round is not open. Its dates are on the page of the consultation.")),
    AnswerProblem.ALREADY_RESPONDED: (
        "",
        _("An opinion was handed in under this invitation. Withdraw it first."),
    ),
    AnswerProblem.NOTE_TOO_LONG: ("note", _("The note is too long: 2,000 characters are the most.")),
}


class ConsultationInvitation(graphene.ObjectType):
    """The invitation whose code came with the request in the header `Access-Pass`."""

    consultation_key = graphene.String(required=True, description="The consultation that it is for.")
    round_number = graphene.Int(required=True, description="The round that it is for.")
    invited = graphene.String(required=True, description="Who is invited.")
    locale = LocaleCode(required=True, description="The language in which they are written to.")
    letter_number = graphene.String(description="Number of the letter; null without one.")
    letter_date = graphene.Date(description="Date of the letter; null without one.")
    on_behalf_of = graphene.String(description="Who passed the invitation on; null when nobody did.")
    outcome = graphene.Field(OutcomeCode, required=True, description="What became of it so far.")
    answered_at = graphene.DateTime(description="When it was answered; null without an answer.")
    closes_at = graphene.DateTime(required=True, description="The first instant that is too late.")

    def resolve_consultation_key(root: Invitation, info: GraphQLResolveInfo) -> str:
        return root.round.consultation.key

    def resolve_round_number(root: Invitation, info: GraphQLResolveInfo) -> int:
        return root.round.number

    def resolve_invited(root: Invitation, info: GraphQLResolveInfo) -> str:
        return root.stakeholder.name

    def resolve_locale(root: Invitation, info: GraphQLResolveInfo) -> str:
        return root.language

    def resolve_letter_number(root: Invitation, info: GraphQLResolveInfo) -> str | None:
        return root.letter_number or None

    def resolve_on_behalf_of(root: Invitation, info: GraphQLResolveInfo) -> str | None:
        return root.delegate_of.stakeholder.name if root.delegate_of else None

    def resolve_outcome(root: Invitation, info: GraphQLResolveInfo) -> Invitation.Outcome:
        return Invitation.Outcome(root.outcome)

    def resolve_closes_at(root: Invitation, info: GraphQLResolveInfo) -> datetime:
        return root.round.closes_at


class ConsultationInvitationError(graphene.ObjectType):
    """Why an answer was not taken."""

    code = AnswerErrorCode(required=True, description="For programs.")
    field = graphene.String(description="The field of the input that it is about; null for the whole.")
    message = graphene.String(required=True, description="What to do, in the language asked for.")


class ConsultationInvitationAnswerInput(graphene.InputObjectType):
    """An answer without an opinion."""

    invitation_code = graphene.String(description="The code, unless it comes in the header `Access-Pass`.")
    outcome = WithoutOpinionCode(required=True, description="What they answer.")
    note = graphene.String(description="A note for the institution, never published.")
    locale = LocaleCode(required=True, description="The language of messages.")
    client_mutation_id = graphene.String(description="Comes back unchanged.")


class ConsultationInvitationAnswerPayload(graphene.ObjectType):
    """What became of the answer. Sending it again changes nothing."""

    invitation = graphene.Field(ConsultationInvitation, description="The invitation; null after an error.")
    errors = graphene.List(
        graphene.NonNull(ConsultationInvitationError), required=True, description="Empty when it was taken."
    )
    client_mutation_id = graphene.String(description="As it was sent.")


def presented(info: GraphQLResolveInfo, code: str | None = None) -> Invitation | None:
    """Return the invitation that came with a request."""
    return invitation_with(filter(None, (code, *context_of(info).audience.passes)))


def answer(info: GraphQLResolveInfo, given: ConsultationInvitationAnswerInput) -> dict[str, object]:
    """Note an answer without an opinion; return what the payload's fields are."""
    now, mutation_id = timezone.now(), given.client_mutation_id
    invitation = presented(info, given.invitation_code)
    if invitation is None:
        return refused(AnswerProblem.INVITATION_REQUIRED, given.locale, mutation_id)
    note_opening(invitation, now=now)
    outcome = Invitation.Outcome(WithoutOpinion(given.outcome).value)
    problem = answer_without_opinion(invitation, outcome, note=given.note or "", now=now)
    if problem:
        return refused(problem, given.locale, mutation_id)
    invitation.refresh_from_db()
    return {"invitation": invitation, "errors": [], "client_mutation_id": mutation_id}


def refused(problem: AnswerProblem, language: str, mutation_id: str | None) -> dict[str, object]:
    field, message = MESSAGES[problem]
    error = {"code": problem, "field": field or None, "message": said_in(language, message)}
    return {"invitation": None, "errors": [error], "client_mutation_id": mutation_id}
