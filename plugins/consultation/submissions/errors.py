"""Why a request about a submission is refused: a closed list of codes, and what to say of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..wording import said_in


class Code(StrEnum):
    """What is wrong."""

    CONSULTATION_UNKNOWN = "consultation_unknown"
    NOT_OPEN = "not_open"
    SUSPENDED = "suspended"
    CLOSED_AT = "closed_at"
    INVITATION_REQUIRED = "invitation_required"
    INVITATION_USED = "invitation_used"
    VERIFY_EMAIL = "verify_email"
    TOKEN_INVALID = "token_invalid"  # noqa: S105 -- a code, no secret
    NOT_EDITABLE = "not_editable"
    ALREADY_SUBMITTED = "already_submitted"
    WITHDRAWN = "withdrawn"
    VERSION_SUPERSEDED = "version_superseded"
    VERSION_UNKNOWN = "version_unknown"
    PROVISION_UNKNOWN = "provision_unknown"
    OPINION_UNKNOWN = "opinion_unknown"
    EMPTY = "empty"
    REQUIRED = "required"
    INVALID = "invalid"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    CONSENT_REQUIRED = "consent_required"
    CONSENT_OUTDATED = "consent_outdated"
    ORGANISATION_IS_NAMED = "organisation_is_named"
    ATTACHMENT_REJECTED = "attachment_rejected"
    REVISION_CONFLICT = "revision_conflict"
    KEY_REUSED = "key_reused"
    RATE_LIMITED = "rate_limited"
    LOOKS_AUTOMATIC = "looks_automatic"
    FORM_TOO_FAST = "form_too_fast"
    FORM_NOT_OURS = "form_not_ours"
    PROOF_REQUIRED = "proof_required"


MESSAGES: Mapping[Code, Promise] = {
    Code.CONSULTATION_UNKNOWN: _("There is no such consultation."),
    Code.NOT_OPEN: _("The consultation is not open for opinions yet."),
    Code.SUSPENDED: _("The consultation is suspended. It will go on with a new closing date."),
    Code.CLOSED_AT: _(
        "The consultation is closed and takes no more opinions. "
        "Write to the institution if yours still matters."
    ),
    Code.INVITATION_REQUIRED: _(
        "Only those who were invited can give an opinion. Use the link you were sent."
    ),
    Code.INVITATION_USED: _(
        "An opinion was handed in with this invitation already. Change that one instead."
    ),
    Code.VERIFY_EMAIL: _("Confirm your e-mail address first, with the link that was sent to it."),
    Code.TOKEN_INVALID: _("This link leads to no submission. Use the one that came with your receipt."),
    Code.NOT_EDITABLE: _("It can no longer be changed. You can withdraw it, or write to the institution."),
    Code.ALREADY_SUBMITTED: _("It was handed in already. Change it instead."),
    Code.WITHDRAWN: _("It was withdrawn and cannot be changed."),
    Code.VERSION_SUPERSEDED: _("The draft has a newer version. Read that one and put your opinion on it."),
    Code.VERSION_UNKNOWN: _("The draft has no such version."),
    Code.PROVISION_UNKNOWN: _("This version of the draft has no such provision."),
    Code.OPINION_UNKNOWN: _("The submission has no such opinion."),
    Code.EMPTY: _("There is nothing to hand in. Write an opinion, propose a wording, or choose a stance."),
    Code.REQUIRED: _("This is needed."),
    Code.INVALID: _("This cannot be used."),
    Code.TOO_LONG: _("This is too long: at most %(most)s characters."),
    Code.TOO_MANY: _("These are too many: at most %(most)s."),
    Code.CONSENT_REQUIRED: _("Your name is published only if you agree to it. Agree, or choose otherwise."),
    Code.CONSENT_OUTDATED: _("The text that you agreed to has changed. Read it again and agree to it."),
    Code.ORGANISATION_IS_NAMED: _(
        "An organisation is named, or its opinion is confidential. Choose one of the two."
    ),
    Code.ATTACHMENT_REJECTED: _("The file cannot be taken: %(why)s"),
    Code.REVISION_CONFLICT: _("It was changed elsewhere meanwhile. Load it again, then repeat your change."),
    Code.KEY_REUSED: _("This idempotency key belongs to another request. Make a new one for each request."),
    Code.RATE_LIMITED: _("Too much was sent in a short time. Try again a little later."),
    Code.LOOKS_AUTOMATIC: _(
        "This looks as if a program had filled in the form. Leave the hidden field empty."
    ),
    Code.FORM_TOO_FAST: _("The form came back within moments. Wait a few seconds and send it again."),
    Code.FORM_NOT_OURS: _("The form has expired. Load it again; then send what you wrote once more."),
    Code.PROOF_REQUIRED: _(
        "Much has come from your network. Let your browser solve the task, then send again."
    ),
}


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong: where in the input, and the numbers that go with it."""

    code: Code
    path: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)  # Any: numbers and lazy texts
    closed_at: datetime | None = None
    retry_after: int | None = None

    def message(self, language: str) -> str:
        """Return what to tell the sender, in a language."""
        values = {name: said_in(language, value) for name, value in self.values.items()}
        return (
            said_in(language, MESSAGES[self.code]) % values
            if values
            else said_in(language, MESSAGES[self.code])
        )


class Refused(Exception):
    """The request is not carried out, and nothing of it is kept. It names every flaw that was found."""

    def __init__(self, *flaws: Flaw) -> None:
        self.flaws = flaws
        super().__init__(", ".join(flaw.code.value for flaw in flaws))


def refusal(code: Code, *path: str, **values: Any) -> Refused:  # Any: numbers and lazy texts
    """Return the refusal for one flaw."""
    return Refused(Flaw(code, path, values))
