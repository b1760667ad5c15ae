"""Content into rows and back. What was handed in once is never deleted: it is marked as taken back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from ..models import Opinion, Respondent, Submission
from .anchors import Anchors, anchors_of
from .content import Content, OpinionContent, RespondentContent
from .errors import Code, Flaw, Refused

PERSONAL = tuple(RespondentContent.__dataclass_fields__)


def write(submission: Submission, content: Content, *, now: datetime) -> None:
    """Make the rows of a submission say what the content says. Raises Refused for a wrong anchor or key."""
    write_respondent(submission, content.respondent)
    submission.overall_stance = content.stance
    submission.publication_choice = content.choice
    submission.consent = content.consent
    write_opinions(submission, content.opinions, now=now)


def write_respondent(submission: Submission, person: RespondentContent) -> None:
    row = submission.respondent or Respondent(language=submission.language)
    before = row.email
    for name, value in asdict(person).items():
        setattr(row, name, value)
    if row.email != before:
        row.email_verified_at = None
    row.save()
    submission.respondent = row


def write_opinions(submission: Submission, contents: tuple[OpinionContent, ...], *, now: datetime) -> None:
    """Store the opinions in this order; those that are left out are taken back."""
    known = {str(row.key): row for row in submission.opinions.current()}
    anchors = anchors_of(submission.round.consultation)
    flaws = list(filter(None, (flaw_in(each, place, known, anchors) for place, each in enumerate(contents))))
    if flaws:
        raise Refused(*flaws)
    for seq, content in enumerate(contents, 1):
        row = known.pop(content.key) if content.key else Opinion(submission=submission)
        fill(row, content, seq=seq, submission=submission, anchors=anchors)
    for row in known.values():
        take_back(row, submission=submission, now=now)


def flaw_in(content: OpinionContent, place: int, known: dict[str, Opinion], anchors: Anchors) -> Flaw | None:
    path = ("opinions", str(place))
    if content.key:
        return None if content.key in known else Flaw(Code.OPINION_UNKNOWN, (*path, "key"))
    return anchors.flaw(content, path)


def fill(
    row: Opinion, content: OpinionContent, *, seq: int, submission: Submission, anchors: Anchors
) -> None:
    """Store one opinion. The version that it was written on stays with it."""
    if row.pk is None:
        row.version_number = content.version_number or anchors.current
    for name, value in content.columns().items():
        setattr(row, name, value)
    row.seq, row.language = seq, content.language or submission.language
    row.save()


def take_back(row: Opinion, *, submission: Submission, now: datetime) -> None:
    if submission.state == Submission.State.STARTED:
        row.delete()
        return
    row.removed_at = now
    row.save(update_fields=["removed_at"])


def content_of(submission: Submission) -> Content:
    """Return what a submission says now."""
    person = submission.respondent
    return Content(
        opinions=tuple(opinion_of(row) for row in submission.opinions.current()),
        stance=submission.overall_stance,
        choice=submission.publication_choice,
        consent=submission.consent,
        respondent=RespondentContent(**{name: getattr(person, name) for name in PERSONAL})
        if person
        else RespondentContent(),
    )


def opinion_of(row: Opinion) -> OpinionContent:
    names = tuple(OpinionContent.__dataclass_fields__)
    columns = {name: getattr(row, name) for name in names}
    return OpinionContent(**{**columns, "key": str(row.key)})
