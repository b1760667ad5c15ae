"""Whether something that was received at an instant is in time; pure, touches nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ..domain import Window
from ..models.policies import EditPolicy, LatePolicy


class Verdict(StrEnum):
    """What the clock says."""

    IN_TIME = "in_time"
    GRACE = "grace"  # a form that was opened in time and sent just after
    LATE = "late"  # kept, and marked
    TOO_EARLY = "too_early"
    SUSPENDED = "suspended"
    CLOSED = "closed"

    @property
    def is_accepted(self) -> bool:
        return self in (Verdict.IN_TIME, Verdict.GRACE, Verdict.LATE)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The rules of a round. `accept_until` is the first instant at which late ones are refused, too."""

    window: Window
    late: LatePolicy = LatePolicy.ACCEPT_FLAGGED
    accept_until: datetime | None = None
    grace: timedelta = timedelta(minutes=10)
    edit: EditPolicy = EditPolicy.UNTIL_CLOSE
    edit_for: timedelta = timedelta(minutes=30)

    def verdict(self, received_at: datetime, *, opened_at: datetime | None = None) -> Verdict:
        """Return what becomes of a submission. `opened_at`: when the server handed out its form."""
        if received_at < self.window.opens_at:
            return Verdict.TOO_EARLY
        if self.window.is_suspended_at(received_at):
            return Verdict.SUSPENDED
        if received_at < self.window.closes_at:
            return Verdict.IN_TIME
        if self._was_opened_in_time(opened_at) and received_at < self.window.closes_at + self.grace:
            return Verdict.GRACE
        return Verdict.LATE if self._keeps_late(received_at) else Verdict.CLOSED

    def may_edit(self, now: datetime, *, received_at: datetime) -> bool:
        """Whether a respondent may still change what was received at an instant."""
        if not self.window.accepts(now):
            return False
        if self.edit == EditPolicy.MINUTES:
            return now < received_at + self.edit_for
        return self.edit == EditPolicy.UNTIL_CLOSE

    def _was_opened_in_time(self, opened_at: datetime | None) -> bool:
        return opened_at is not None and self.window.accepts(opened_at)

    def _keeps_late(self, received_at: datetime) -> bool:
        if self.late == LatePolicy.ACCEPT_UNTIL:
            return self.accept_until is not None and received_at < self.accept_until
        return self.late == LatePolicy.ACCEPT_FLAGGED
