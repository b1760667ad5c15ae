"""Confirming an e-mail address with the code that was mailed to it."""

from __future__ import annotations

import graphene
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.api import LocaleCode, described_enum

from ..mail.verifying import VerifyProblem, verify
from ..wording import said_in

LONGEST_CODE = 200

VerifyErrorCode = described_enum(
    VerifyProblem,
    "ConsultationVerifyErrorCode",
    "Why a code confirms no address.",
    CODE_INVALID="The code is of nothing that waits for it.",
    EXPIRED="More than 24 hours have passed, and the round is over.",
)
VERIFY_MESSAGES: dict[VerifyProblem, Promise] = {
    VerifyProblem.CODE_INVALID: _(
        "This code confirms nothing. Check it, or use the link in the newest mail."
    ),
    VerifyProblem.EXPIRED: _("The code came later than 24 hours, and the round is over."),
}


class ConsultationVerifyError(graphene.ObjectType):
    """Why an address was not confirmed."""

    code = VerifyErrorCode(required=True, description="For programs.")
    field = graphene.String(description="The field of the input that it is about.")
    message = graphene.String(required=True, description="What to do, in the language asked for.")


class ConsultationEmailVerifyInput(graphene.InputObjectType):
    """The code that was mailed."""

    code = graphene.String(required=True, description="As in the mail.")
    locale = LocaleCode(required=True, description="The language of messages.")
    client_mutation_id = graphene.String(description="Comes back unchanged.")


class ConsultationEmailVerifyPayload(graphene.ObjectType):
    """What became of it. Sending it again changes nothing."""

    reference = graphene.String(description="Reference of the confirmed submission; null after an error.")
    received_at = graphene.DateTime(description="The time that counts; null after an error.")
    errors = graphene.List(
        graphene.NonNull(ConsultationVerifyError), required=True, description="Empty when it is confirmed."
    )
    client_mutation_id = graphene.String(description="As it was sent.")


def verified(given: ConsultationEmailVerifyInput) -> dict[str, object]:
    """Confirm an address; return what the payload's fields are."""
    told: dict[str, object] = {"errors": [], "client_mutation_id": given.client_mutation_id}
    found = verify(given.code[:LONGEST_CODE], now=timezone.now())
    if isinstance(found, VerifyProblem):
        message = said_in(given.locale, VERIFY_MESSAGES[found])
        return {**told, "errors": [{"code": found, "field": "code", "message": message}]}
    return {**told, "reference": found.reference, "received_at": found.received_at}
