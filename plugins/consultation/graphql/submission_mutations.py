"""What respondents send. Anybody can begin where everybody is asked; all else needs the token."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import LocaleCode, context_of

from ..models import Submission
from ..submissions.asking import Beginning, begin, hand_in_draft, manage
from ..submissions.attaching import detach
from ..submissions.changing import amend, remove_opinion, set_choice, upsert_opinion, withdraw
from ..submissions.handing_in import save
from ..submissions.repeating import Outcome, Request
from .opinion_vocabulary import PublicationChoiceCode, plain
from .submission_inputs import (
    ConsultationOpinionInput,
    ContentInput,
    Sent,
    as_json,
    content_from,
    opinion_from,
)
from .submission_payloads import ConsultationSubmissionPayload, Payload, payload_of

MUTATION_ID = graphene.String(description="Comes back in the answer.")


class BeginningInput(ContentInput):
    """What begins a submission."""

    idempotency_key = graphene.String(
        required=True,
        description="16 to 100 characters by chance, a new one for each request and the same when it is sent "
        "again: then it is done once and answered again.",
    )
    consultation = graphene.String(required=True, description="Key of the consultation.")
    round = graphene.Int(description="Number of the round; left out: the one that matters now.")
    language = LocaleCode(required=True, description="Of what is sent, and of the messages in the answer.")
    invitation_token = graphene.String(description="From the invitation, where only the invited are asked.")
    form_ticket = graphene.String(
        description="The `ticket` of `consultationForm`: shows when the form was drawn. Left out: no form."
    )
    honeypot = graphene.String(description="What came back in the field that people do not see.")
    proof = graphene.String(
        description="The solved `proof` of `consultationForm` in Base64; only after PROOF_REQUIRED."
    )
    client_mutation_id = MUTATION_ID


class ConsultationOpinionSubmitInput(BeginningInput, graphene.InputObjectType):
    """A whole submission, handed in at once."""


class ConsultationSubmissionStartInput(BeginningInput, graphene.InputObjectType):
    """A submission that is saved, to be handed in later."""


class ManagingInput:
    """What names a submission."""

    manage_token = graphene.String(required=True, description="The token of the submission.")
    language = LocaleCode(description="Of the messages in the answer; left out: that of the submission.")
    expected_revision = graphene.Int(
        description="The `revision` that was read: refuses the request if it was changed since."
    )
    idempotency_key = graphene.String(
        description="16 to 100 characters by chance: sent again, it is done once and answered again."
    )
    client_mutation_id = MUTATION_ID


class ConsultationSubmissionSaveInput(ManagingInput, ContentInput, graphene.InputObjectType):
    """A draft as it is to be. It replaces all that was there."""


class ConsultationSubmissionSubmitInput(ManagingInput, graphene.InputObjectType):
    """Hands in a draft."""


class ConsultationSubmissionAmendInput(ManagingInput, ContentInput, graphene.InputObjectType):
    """A submission as it is to be. It replaces all that was handed in."""


class ConsultationSubmissionWithdrawInput(ManagingInput, graphene.InputObjectType):
    """Withdraws a submission."""


class ConsultationSubmissionSetPublicationChoiceInput(ManagingInput, graphene.InputObjectType):
    """What may be published from now on."""

    publication_choice = PublicationChoiceCode(required=True, description="What may be published.")
    consent = graphene.String(
        description="Which version of the consent text was agreed to; needed whenever more is to be shown."
    )


class ConsultationOpinionUpsertInput(ManagingInput, graphene.InputObjectType):
    """Adds an opinion, or replaces the one with its key."""

    opinion = ConsultationOpinionInput(required=True, description="The opinion.")


class ConsultationOpinionRemoveInput(ManagingInput, graphene.InputObjectType):
    """Takes an opinion back."""

    key = graphene.ID(required=True, description="Of the opinion.")


class ConsultationAttachmentRemoveInput(ManagingInput, graphene.InputObjectType):
    """Takes a file back."""

    key = graphene.ID(required=True, description="Of the file.")


def mutation(sent: type[graphene.InputObjectType], description: str) -> graphene.Field:
    """Return a field with one input and the payload of submissions."""
    argument = sent(required=True, description="What is sent.")
    return graphene.Field(ConsultationSubmissionPayload, description=description, input=argument)


class ConsultationMutation(graphene.ObjectType):
    """Handing in opinions and changing them."""

    consultation_opinion_submit = mutation(
        ConsultationOpinionSubmitInput, "Hand in a whole submission in one go; its receipt comes back."
    )
    consultation_submission_start = mutation(
        ConsultationSubmissionStartInput, "Save a submission on the server, to be handed in later."
    )
    consultation_submission_save = mutation(ConsultationSubmissionSaveInput, "Save a draft again.")
    consultation_submission_submit = mutation(
        ConsultationSubmissionSubmitInput, "Hand in a draft; its receipt comes back."
    )
    consultation_submission_amend = mutation(
        ConsultationSubmissionAmendInput,
        "Change what was handed in, while the consultation lets one; a new receipt comes back.",
    )
    consultation_submission_withdraw = mutation(
        ConsultationSubmissionWithdrawInput, "Withdraw a submission, at any time. A draft is deleted."
    )
    consultation_submission_set_publication_choice = mutation(
        ConsultationSubmissionSetPublicationChoiceInput,
        "Choose anew what may be published: less at any time, more with a new consent.",
    )
    consultation_opinion_upsert = mutation(
        ConsultationOpinionUpsertInput, "Add or replace one opinion, in a draft or in what was handed in."
    )
    consultation_opinion_remove = mutation(
        ConsultationOpinionRemoveInput, "Take one opinion back, out of a draft or of what was handed in."
    )
    consultation_attachment_remove = mutation(
        ConsultationAttachmentRemoveInput, "Take a file back. Files are sent to /plugins/consultation/files/."
    )

    def resolve_consultation_opinion_submit(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        return begun(info, input, "opinion_submit", at_once=True)

    def resolve_consultation_submission_start(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        return begun(info, input, "submission_start", at_once=False)

    def resolve_consultation_submission_save(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        def act(found: Submission, now: datetime, expected: int | None) -> Outcome:
            return Outcome(save(found, content_from(input), now=now, expected=expected))

        return managed(info, input, "submission_save", act)

    def resolve_consultation_submission_submit(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        return managed(
            info,
            input,
            "submission_submit",
            lambda found, now, expected: hand_in_draft(found, now=now, expected=expected),
        )

    def resolve_consultation_submission_amend(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        return managed(
            info,
            input,
            "submission_amend",
            lambda found, now, expected: amend(found, content_from(input), now=now, expected=expected),
        )

    def resolve_consultation_submission_withdraw(
        root: None,
        info: GraphQLResolveInfo,
        input: Sent,  # noqa: A002
    ) -> Payload:
        return managed(
            info,
            input,
            "submission_withdraw",
            lambda found, now, expected: withdraw(found, now=now, expected=expected),
        )

    def resolve_consultation_submission_set_publication_choice(
        root: None,
        info: GraphQLResolveInfo,
        input: Sent,  # noqa: A002
    ) -> Payload:
        choice, consent = plain(input["publication_choice"]), plain(input.get("consent"))
        return managed(
            info,
            input,
            "set_choice",
            lambda found, now, expected: set_choice(
                found, choice, consent=consent, now=now, expected=expected
            ),
        )

    def resolve_consultation_opinion_upsert(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        opinion = opinion_from(input["opinion"])
        return managed(
            info,
            input,
            "opinion_upsert",
            lambda found, now, expected: upsert_opinion(found, opinion, now=now, expected=expected),
        )

    def resolve_consultation_opinion_remove(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        return managed(
            info,
            input,
            "opinion_remove",
            lambda found, now, expected: remove_opinion(found, input["key"], now=now, expected=expected),
        )

    def resolve_consultation_attachment_remove(root: None, info: GraphQLResolveInfo, input: Sent) -> Payload:  # noqa: A002
        return managed(
            info,
            input,
            "attachment_remove",
            lambda found, now, expected: detach(found, input["key"], now=now, expected=expected),
        )


def begun(info: GraphQLResolveInfo, sent: Sent, operation: str, *, at_once: bool) -> Payload:
    """Return the answer to a request that begins a submission."""
    language = plain(sent["language"])
    beginning = Beginning(
        consultation=sent["consultation"],
        round_number=sent.get("round"),
        language=language,
        content=content_from(sent),
        invitation_token=sent.get("invitation_token"),
        form_ticket=sent.get("form_ticket"),
        honeypot=plain(sent.get("honeypot")),
        proof=plain(sent.get("proof")),
        asker=context_of(info).asker,
    )
    request = Request(operation, as_json(sent), key=sent["idempotency_key"])
    audience = context_of(info).audience
    return payload_of(
        lambda: begin(beginning, request=request, audience=audience, at_once=at_once),
        language=language,
        client_mutation_id=sent.get("client_mutation_id"),
        gives_token=True,
    )


Act = Callable[[Submission, datetime, int | None], Outcome]


def managed(info: GraphQLResolveInfo, sent: Sent, operation: str, act: Act) -> Payload:
    """Return the answer to a request about the submission that a token leads to."""
    now, expected = context_of(info).audience.now, sent.get("expected_revision")
    token: Any = sent["manage_token"]
    return payload_of(
        lambda: manage(
            operation,
            token,
            as_json(sent),
            sent.get("idempotency_key"),
            lambda found: act(found, now, expected),
        ),
        language=plain(sent.get("language")),
        token=token,
        client_mutation_id=sent.get("client_mutation_id"),
    )
