"""What a form for opinions is drawn with, so that it passes the gates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import graphene
from graphql import GraphQLResolveInfo

from cms.api import Audience

from ..abuse.proof_of_work import Challenge, challenge_for
from ..listings import public_pages
from ..submissions.tokens import form_token


@dataclass(frozen=True)
class Form:
    """A form of a round, drawn at an instant."""

    round_id: int
    now: datetime


class ConsultationProofChallenge(graphene.ObjectType):
    """A proof of work as the ALTCHA widget takes it: find the number whose hash behind the salt is told."""

    algorithm = graphene.String(required=True, description="SHA-256.")
    challenge = graphene.String(required=True, description="The hash to be found, in hexadecimal digits.")
    max_number = graphene.Int(required=True, description="The number is between 0 and this.")
    salt = graphene.String(required=True, description="What stands before the number.")
    signature = graphene.String(required=True, description="Goes back with the solution.")


class ConsultationForm(graphene.ObjectType):
    """What a form is drawn with. Ask by POST, and anew for each form."""

    ticket = graphene.String(
        required=True, description="Says when the form was drawn; goes back with it, unchanged."
    )
    proof = graphene.Field(
        ConsultationProofChallenge,
        required=True,
        description="Solved only when a submission is answered PROOF_REQUIRED; good for one, for 20 minutes.",
    )

    def resolve_ticket(root: Form, info: GraphQLResolveInfo) -> str:
        return form_token(root.round_id, now=root.now)

    def resolve_proof(root: Form, info: GraphQLResolveInfo) -> Challenge:
        return challenge_for(root.round_id, now=root.now)


def form_of(key: str, *, language: str, audience: Audience) -> Form | None:
    """Return the form of the current round; None where the audience sees no such consultation or round."""
    pages = public_pages(audience=audience, language=language, is_named=True)
    page = pages.filter(consultation__key=key).first()
    current = page.consultation.current_round(audience.now) if page else None
    return Form(current.pk, audience.now) if current else None
