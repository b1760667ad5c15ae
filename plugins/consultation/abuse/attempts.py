"""What the gates look at, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RefusalCode(StrEnum):
    """Why a submission does not get in."""

    LOOKS_AUTOMATIC = "LOOKS_AUTOMATIC"
    FORM_TOO_FAST = "FORM_TOO_FAST"
    FORM_NOT_OURS = "FORM_NOT_OURS"
    RATE_LIMITED = "RATE_LIMITED"
    PROOF_REQUIRED = "PROOF_REQUIRED"
    ATTACHMENT_REJECTED = "ATTACHMENT_REJECTED"


@dataclass(frozen=True)
class Refusal:
    """Why an attempt is refused. `reason` names the fault of an attachment; `retry_after` is in seconds."""

    code: RefusalCode
    field: str = ""
    reason: str = ""
    retry_after: int | None = None


@dataclass(frozen=True)
class Upload:
    """A file that somebody sends, as they name it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class SubmissionAttempt:
    """Somebody's attempt to hand something in. `invitation_key` is of an invitation that was looked up.

    `honeypot` is what stood in the field that people do not see; `form_ticket` what the form was drawn
    with, None without a form; `proof` a solved ALTCHA challenge, `must_prove` that the consultation
    asks everybody for one; `address` an address or a network, or the name of an API's token.
    """

    round_id: int
    now: datetime
    address: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    invitation_key: str = ""
    honeypot: str = ""
    form_ticket: str | None = None
    proof: str = field(default="", repr=False)
    must_prove: bool = False
    uploads: tuple[Upload, ...] = ()
