"""The plugin's root mutations about invitations and addresses."""

from __future__ import annotations

import graphene
from graphql import GraphQLResolveInfo

from .invitations import (
    ConsultationInvitationAnswerInput,
    ConsultationInvitationAnswerPayload,
    answer,
)
from .verifying import ConsultationEmailVerifyInput, ConsultationEmailVerifyPayload, verified


class InvitationMutation(graphene.ObjectType):
    """What the invited answer."""

    consultation_invitation_answer = graphene.Field(
        ConsultationInvitationAnswerPayload,
        description="Say that one has no opinion, or declines. Sending it again changes nothing.",
        input=ConsultationInvitationAnswerInput(required=True, description="The answer."),
    )

    consultation_email_verify = graphene.Field(
        ConsultationEmailVerifyPayload,
        description="Confirm an e-mail address with the mailed code. Sending it again changes nothing.",
        input=ConsultationEmailVerifyInput(required=True, description="The code."),
    )

    def resolve_consultation_invitation_answer(
        root: None,
        info: GraphQLResolveInfo,
        input: ConsultationInvitationAnswerInput,  # noqa: A002 -- the argument's name in the schema
    ) -> dict[str, object]:
        return answer(info, input)

    def resolve_consultation_email_verify(
        root: None,
        info: GraphQLResolveInfo,
        input: ConsultationEmailVerifyInput,  # noqa: A002 -- the argument's name in the schema
    ) -> dict[str, object]:
        return verified(input)
