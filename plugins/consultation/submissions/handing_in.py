"""Starting a submission, saving it, and handing it in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cms.api import announce

from ..events import SubmissionEvent, SubmissionReceived
from ..models import Round, Submission
from ..models.policies import Publication
from .content import Content, flaws_in_draft, flaws_in_submitted
from .errors import Code, Refused, refusal
from .gates import Admission
from .repeating import Outcome
from .revisions import Actor, add_revision
from .rounds import accepted
from .timing import Verdict
from .tokens import manage_token, new_reference, token_hash
from .writing import content_of, write

State = Submission.State
Moderation = Submission.Moderation


def start(
    each: Round,
    content: Content,
    *,
    language: str,
    now: datetime,
    admission: Admission,
    opened_at: datetime | None = None,
    channel: str = Submission.Channel.WEB,
) -> Submission:
    """Return a new submission that is saved, not yet handed in. Raises Refused when nothing is taken now."""
    accepted(each, received_at=now, opened_at=opened_at)
    if flaws := list(flaws_in_draft(content)):
        raise Refused(*flaws)
    check_invitation(each, admission)
    return stored(each, content, language=language, now=now, admission=admission, channel=channel)


def stored(
    each: Round, content: Content, *, language: str, now: datetime, admission: Admission, channel: str
) -> Submission:
    submission = Submission(
        round=each,
        reference=new_reference(),
        language=language,
        channel=channel,
        started_at=now,
        invitation_key=admission.invitation_key,
    )
    submission.manage_token_hash = token_hash(manage_token(submission))
    submission.save()
    write(submission, content, now=now)
    submission.save()
    return submission


def save(submission: Submission, content: Content, *, now: datetime, expected: int | None) -> Submission:
    """Return the draft with this content. Raises Refused: handed in already, or changed elsewhere."""
    check_draft(submission, expected=expected)
    accepted(submission.round, received_at=now, opened_at=submission.started_at)
    if flaws := list(flaws_in_draft(content)):
        raise Refused(*flaws)
    write(submission, content, now=now)
    submission.revision += 1
    submission.save()
    return submission


def hand_in(
    submission: Submission,
    *,
    now: datetime,
    opened_at: datetime | None,
    admission: Admission | None = None,
    expected: int | None = None,
) -> Outcome:
    """Hand in a draft: it gets its time, its revision in the log and its receipt. Raises Refused."""
    check_draft(submission, expected=expected)
    verdict = accepted(submission.round, received_at=now, opened_at=opened_at)
    if flaws := list(flaws_in_submitted(content_of(submission))):
        raise Refused(*flaws)
    must_verify = admission is not None and admission.must_verify_email
    return receive(
        submission,
        now=now,
        state=State.PENDING_VERIFICATION if must_verify else State.SUBMITTED,
        is_late=verdict is Verdict.LATE,
        grace=verdict is Verdict.GRACE,
    )


def receive(
    submission: Submission,
    *,
    now: datetime,
    state: str,
    is_late: bool,
    grace: bool = False,
    actor: str = Actor.RESPONDENT,
    user: Any = None,  # Any: the host's user model
    reason: str = "",
) -> Outcome:
    """Give a submission its time, derived facts and revision. What was derived once is stored for good."""
    submission.state, submission.received_at = state, now
    submission.is_late, submission.grace = is_late, grace
    submission.moderation = first_moderation(submission)
    submission.revision += 1
    submission.save()
    revision = add_revision(submission, now=now, actor=actor, user=user, reason=reason)
    tell(SubmissionReceived, submission, now=now)
    return Outcome(submission, revision)


def first_moderation(submission: Submission) -> str:
    """Return where moderation begins: only what is to be shown after moderation waits for somebody."""
    is_confidential = submission.publication_choice == Submission.PublicationChoice.CONFIDENTIAL
    policy = submission.round.consultation.publication
    if is_confidential or policy != Publication.AFTER_MODERATION:
        return Moderation.NOT_APPLICABLE.value
    return Moderation.PENDING.value


def tell(event: type[SubmissionEvent], submission: Submission, *, now: datetime) -> None:
    """Announce what happened to a submission, by ids only."""
    each = submission.round
    announce(
        event(
            consultation_id=each.consultation_id,
            round_id=each.pk,
            submission_id=submission.pk,
            occurred_at=now,
        )
    )


def check_draft(submission: Submission, *, expected: int | None) -> None:
    if submission.state == State.WITHDRAWN:
        raise refusal(Code.WITHDRAWN, "manageToken")
    if submission.state != State.STARTED:
        raise refusal(Code.ALREADY_SUBMITTED, "manageToken")
    check_revision(submission, expected)


def check_revision(submission: Submission, expected: int | None) -> None:
    if expected is not None and expected != submission.revision:
        raise refusal(Code.REVISION_CONFLICT, "expectedRevision")


def check_invitation(each: Round, admission: Admission) -> None:
    """Refuse a second submission with one invitation; the database refuses it in any case."""
    gone = [State.WITHDRAWN, State.REJECTED]
    used = each.submissions.filter(invitation_key=admission.invitation_key).exclude(state__in=gone)
    if admission.invitation_key and used.exists():
        raise refusal(Code.INVITATION_USED, "invitationToken")
