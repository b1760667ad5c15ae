"""The requests that respondents send: each finds its round or submission, and is carried out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cms.api import Audience

from ..abuse.attempts import SubmissionAttempt
from ..models import Round, Submission
from .content import Content
from .gates import Admission, admitted, let_in
from .handing_in import hand_in, start
from .repeating import Outcome, Request, carried_out
from .rounds import public_round
from .tokens import opened_at, submission_of


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """What a request says that begins a submission."""

    consultation: str
    round_number: int | None
    language: str
    content: Content
    invitation_token: str | None = None
    form_ticket: str | None = None
    honeypot: str = ""
    proof: str = field(default="", repr=False)
    asker: str = field(default="", repr=False)  # the network, or the token of an API, that limits count
    channel: str = Submission.Channel.API.value


def begin(asked: Beginning, *, request: Request, audience: Audience, at_once: bool) -> Outcome:
    """Start a submission, and hand it in `at_once`. Raises Refused."""

    def act() -> Outcome:
        each = round_of(asked, audience)
        admission = admitted(each, invitation_token=asked.invitation_token)
        let_in(attempt_of(asked, each, admission, now=audience.now))
        opened = opened_at(asked.form_ticket, round_id=each.pk)
        draft = start(
            each,
            asked.content,
            language=asked.language,
            now=audience.now,
            admission=admission,
            opened_at=opened,
            channel=asked.channel,
        )
        if not at_once:
            return Outcome(draft)
        return hand_in(draft, now=audience.now, opened_at=opened, admission=admission)

    return carried_out(request, act)


def round_of(asked: Beginning, audience: Audience) -> Round:
    return public_round(asked.consultation, asked.round_number, audience=audience)


def attempt_of(asked: Beginning, each: Round, admission: Admission, *, now: datetime) -> SubmissionAttempt:
    """Return what the gates against abuse look at."""
    return SubmissionAttempt(
        round_id=each.pk,
        now=now,
        address=asked.asker,
        email=asked.content.respondent.email,
        invitation_key=admission.invitation_key,
        honeypot=asked.honeypot,
        form_ticket=asked.form_ticket,
        proof=asked.proof,
        must_prove=each.consultation.asks_for_proof,
    )


def manage(
    operation: str,
    token: str,
    sent: Mapping[str, Any],  # Any: JSON
    key: str | None,
    act: Callable[[Submission], Outcome],
) -> Outcome:
    """Do something with the submission that a token leads to. Raises Refused."""
    request = Request(operation, sent, key=key, scope=token)
    return carried_out(request, lambda: act(submission_of(token)))


def hand_in_draft(submission: Submission, *, now: datetime, expected: int | None) -> Outcome:
    """Hand in what was saved before. Its form was opened when it was begun."""
    return hand_in(submission, now=now, opened_at=submission.started_at, expected=expected)
