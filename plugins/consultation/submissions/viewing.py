"""Published opinions: the rule of publication.py for rows, and the same rule as a condition in SQL."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from ..models import Opinion, Submission
from ..models.policies import Publication
from ..publication import Choice, Moderation, Shown, Viewer, released, shown

LET_THROUGH = (Moderation.PUBLISHED, Moderation.PUBLISHED_REDACTED)


def shown_of(submission: Submission, *, viewer: Viewer, now: datetime) -> Shown:
    """Return what a viewer is shown. The round, the consultation and the respondent are read along."""
    person = submission.respondent
    return shown(
        choice=submission.publication_choice,
        moderation=submission.moderation,
        capacity=person.capacity if person else "",
        has_consent=has_consent(submission),
        is_released=released(
            submission.round.consultation.publication,
            moderation=submission.moderation,
            closes_at=submission.round.closes_at,
            now=now,
        ),
        is_standing=submission.is_counted,
        viewer=viewer,
    )


def has_consent(submission: Submission) -> bool:
    """Whether a consent to be named is in force."""
    return bool(submission.consent)


def published(opinions: QuerySet[Opinion], *, now: datetime) -> QuerySet[Opinion]:
    """Return the opinions of which the public is shown anything: what `shown_of` says, in SQL."""
    is_late_and_undecided = Q(submission__is_late=True) & ~Q(
        submission__late_decision=Submission.LateDecision.COUNTED
    )
    return (
        opinions.filter(is_released(now), removed_at__isnull=True)
        .filter(submission__state__in=Submission.COUNTED_STATES)
        .filter(submission__moderation__in=[Moderation.NOT_APPLICABLE, *LET_THROUGH])
        .exclude(submission__publication_choice=Choice.CONFIDENTIAL)
        .exclude(is_late_and_undecided)
    )


def is_released(now: datetime) -> Q:
    policy = "submission__round__consultation__publication"
    closed = Q(submission__round__closes_at__lte=now)
    moderated = Q(submission__moderation__in=LET_THROUGH)
    return (
        Q(**{policy: Publication.LIVE})
        | Q(**{policy: Publication.AFTER_CLOSE}) & closed
        | Q(**{policy: Publication.AFTER_MODERATION}) & moderated
    )
