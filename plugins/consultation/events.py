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


EVENTS: tuple[type[Event], ...] = (RoundOpened, RoundClosed)
