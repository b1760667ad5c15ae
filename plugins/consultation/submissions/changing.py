"""Changing what was handed in: each change is a revision with a receipt of its own, or a withdrawal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from ..events import PublicationChoiceChanged, SubmissionAmended, SubmissionWithdrawn
from ..models import Submission
from ..publication import is_looser
from .content import Content, OpinionContent, flaws_in_choice, flaws_in_draft, flaws_in_submitted
from .errors import Code, Refused, refusal
from .handing_in import Moderation, State, check_revision, first_moderation, save, tell
from .repeating import Outcome
from .revisions import Actor, add_revision
from .rounds import terms_of
from .writing import content_of, write

SEEN = (Moderation.PUBLISHED, Moderation.PUBLISHED_REDACTED, Moderation.WITHHELD)


def amend(submission: Submission, content: Content, *, now: datetime, expected: int | None) -> Outcome:
    """Replace what was handed in, while the consultation's policy lets its author. Raises Refused."""
    check_handed_in(submission)
    check_revision(submission, expected)
    if is_looser(content.choice, submission.publication_choice) and not content.consent.strip():
        raise refusal(Code.CONSENT_REQUIRED, "consent")
    assert submission.received_at is not None  # noqa: S101 -- a constraint of the table
    if not terms_of(submission.round).may_edit(now, received_at=submission.received_at):
        raise refusal(Code.NOT_EDITABLE, "manageToken")
    return changed(submission, content, now=now)


def changed(
    submission: Submission,
    content: Content,
    *,
    now: datetime,
    actor: str = Actor.RESPONDENT,
    user: Any = None,  # Any: the host's user model
    reason: str = "",
) -> Outcome:
    """Write the content and record it. What an officer had looked at has to be looked at again."""
    if flaws := list(flaws_in_submitted(content)):
        raise Refused(*flaws)
    write(submission, content, now=now)
    if submission.state != State.PENDING_VERIFICATION:
        submission.state = State.AMENDED
    if submission.moderation in SEEN:
        submission.moderation = Moderation.PENDING
    else:
        submission.moderation = first_moderation(submission)
    submission.revision += 1
    submission.save()
    revision = add_revision(submission, now=now, actor=actor, user=user, reason=reason)
    tell(SubmissionAmended, submission, now=now)
    return Outcome(submission, revision)


def correct(submission: Submission, content: Content, *, user: Any, reason: str, now: datetime) -> Outcome:
    """Have staff correct a submission at any time, with a reason. What it said before stays a revision."""
    check_handed_in(submission)
    if not reason.strip():
        raise refusal(Code.REQUIRED, "reason")
    return changed(submission, content, now=now, actor=Actor.STAFF, user=user, reason=reason)


def withdraw(submission: Submission, *, now: datetime, expected: int | None = None) -> Outcome:
    """Withdraw a submission, at any time. A draft is deleted; what was handed in stays as withdrawn."""
    check_revision(submission, expected)
    if submission.state == State.WITHDRAWN:
        return Outcome(submission)
    if submission.state == State.STARTED:
        discard(submission)
        return Outcome(None)
    submission.state, submission.withdrawn_at = State.WITHDRAWN, now
    submission.revision += 1
    submission.save()
    tell(SubmissionWithdrawn, submission, now=now)
    return Outcome(submission)


def set_choice(
    submission: Submission, choice: str, *, consent: str, now: datetime, expected: int | None = None
) -> Outcome:
    """Change what may be published: stricter at any time, looser only with a consent given anew."""
    check_revision(submission, expected)
    if submission.state == State.WITHDRAWN:
        raise refusal(Code.WITHDRAWN, "manageToken")
    before = submission.publication_choice
    if is_looser(choice, before) and not consent.strip():
        raise refusal(Code.CONSENT_REQUIRED, "consent")
    content = replace(content_of(submission), choice=choice, consent=consent or submission.consent)
    if flaws := [*flaws_in_draft(content), *flaws_in_choice(content)]:
        raise Refused(*flaws)
    submission.publication_choice, submission.consent = choice, content.consent
    submission.revision += 1
    confidential = Submission.PublicationChoice.CONFIDENTIAL
    if confidential in (choice, before):
        submission.moderation = first_moderation(submission)
    submission.save()
    if submission.state == State.STARTED:
        return Outcome(submission)
    revision = add_revision(submission, now=now)
    tell(PublicationChoiceChanged, submission, now=now)
    return Outcome(submission, revision)


def upsert_opinion(
    submission: Submission, opinion: OpinionContent, *, now: datetime, expected: int | None
) -> Outcome:
    """Add an opinion, or replace the one with its key; in a draft or in what was handed in."""
    content = content_of(submission)
    keys = [each.key for each in content.opinions]
    if opinion.key and opinion.key not in keys:
        raise refusal(Code.OPINION_UNKNOWN, "opinion", "key")
    kept = tuple(opinion if opinion.key and each.key == opinion.key else each for each in content.opinions)
    opinions = kept if opinion.key else (*kept, opinion)
    return replaced(submission, replace(content, opinions=opinions), now=now, expected=expected)


def remove_opinion(submission: Submission, key: str, *, now: datetime, expected: int | None) -> Outcome:
    """Take an opinion back; out of a draft or of what was handed in."""
    content = content_of(submission)
    opinions = tuple(each for each in content.opinions if each.key != key)
    if len(opinions) == len(content.opinions):
        raise refusal(Code.OPINION_UNKNOWN, "key")
    return replaced(submission, replace(content, opinions=opinions), now=now, expected=expected)


def replaced(submission: Submission, content: Content, *, now: datetime, expected: int | None) -> Outcome:
    if submission.state == State.STARTED:
        return Outcome(save(submission, content, now=now, expected=expected))
    return amend(submission, content, now=now, expected=expected)


def check_handed_in(submission: Submission) -> None:
    if submission.state == State.WITHDRAWN:
        raise refusal(Code.WITHDRAWN, "manageToken")
    if submission.state in (State.STARTED, State.REJECTED):
        raise refusal(Code.NOT_EDITABLE, "manageToken")


def discard(submission: Submission) -> None:
    """Delete a draft with everything that hangs on it; nothing of it was recorded."""
    person = submission.respondent
    for file in submission.attachments.all():
        file.file.delete(save=False)
    submission.delete()
    if person is not None:
        person.delete()
