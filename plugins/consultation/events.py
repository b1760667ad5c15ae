"""What happens in the course of a consultation. Ids only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cms.api import Event


@dataclass(frozen=True, kw_only=True)
class RoundEvent(Event):
    """Something happened to a round."""

    consultation_id: int
    round_id: int


@dataclass(frozen=True, kw_only=True)
class RoundOpened(RoundEvent):
    """A round has begun to take opinions."""

    name: ClassVar[str] = "consultation.round_opened"


@dataclass(frozen=True, kw_only=True)
class RoundClosed(RoundEvent):
    """A round takes no more opinions."""

    name: ClassVar[str] = "consultation.round_closed"


@dataclass(frozen=True, kw_only=True)
class RoundChanged(RoundEvent):
    """A round was extended, suspended, resumed or closed early."""

    name: ClassVar[str] = "consultation.round_changed"


@dataclass(frozen=True, kw_only=True)
class SubmissionEvent(Event):
    """Something happened to a submission. Whoever hears of it fetches what it may see, by these ids."""

    consultation_id: int
    round_id: int
    submission_id: int


@dataclass(frozen=True, kw_only=True)
class SubmissionReceived(SubmissionEvent):
    """A submission was handed in, and has its receipt."""

    name: ClassVar[str] = "consultation.submission_received"


@dataclass(frozen=True, kw_only=True)
class SubmissionAmended(SubmissionEvent):
    """A submission was changed after it was handed in, and has a new receipt."""

    name: ClassVar[str] = "consultation.submission_amended"


@dataclass(frozen=True, kw_only=True)
class SubmissionWithdrawn(SubmissionEvent):
    """A submission was withdrawn. Nothing of it may be shown any more."""

    name: ClassVar[str] = "consultation.submission_withdrawn"


@dataclass(frozen=True, kw_only=True)
class PublicationChoiceChanged(SubmissionEvent):
    """A respondent has chosen anew what may be published; copies have to follow."""

    name: ClassVar[str] = "consultation.publication_choice_changed"


EVENTS: tuple[type[Event], ...] = (
    RoundOpened,
    RoundClosed,
    RoundChanged,
    SubmissionReceived,
    SubmissionAmended,
    SubmissionWithdrawn,
    PublicationChoiceChanged,
)
