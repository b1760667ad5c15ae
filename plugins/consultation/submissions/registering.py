"""What came by letter, registered e-mail or at a meeting, registered by staff at any time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ..models import Round, Submission
from .content import Content, flaws_in_submitted
from .errors import Code, Refused, refusal
from .gates import Admission
from .handing_in import check_invitation, receive, stored
from .repeating import Outcome
from .revisions import Actor

BY_HAND = (
    Submission.Channel.EMAIL,
    Submission.Channel.LETTER,
    Submission.Channel.KEP,
    Submission.Channel.MEETING,
    Submission.Channel.IMPORT,
)


def register(
    each: Round,
    content: Content,
    *,
    channel: str,
    language: str,
    document_date: date | None,
    reason: str,
    user: Any,  # Any: the host's user model
    now: datetime,
    admission: Admission | None = None,
) -> Outcome:
    """Return a registered submission, with receipt. `received_at` is now; the letter has a date of its own.

    It is late when the letter is dated after the last day; without a date, when it is registered after the
    close. Raises Refused. Call it in a transaction.
    """
    flaws = list(flaws_in_submitted(content))
    if not reason.strip():
        raise refusal(Code.REQUIRED, "reason")
    if channel not in BY_HAND:
        raise refusal(Code.INVALID, "channel")
    if flaws:
        raise Refused(*flaws)
    admission = admission or Admission()
    check_invitation(each, admission)
    submission = stored(each, content, language=language, now=now, admission=admission, channel=channel)
    submission.document_date, submission.registered_by = document_date, user
    submission.registered_reason = reason
    late = document_date > each.closes_on if document_date else now >= each.closes_at
    return receive(
        submission,
        now=now,
        state=Submission.State.SUBMITTED,
        is_late=late,
        actor=Actor.STAFF,
        user=user,
        reason=reason,
    )
