"""What can be said of a period as a whole, from what is known of its start and its end. Pure."""

from .fuzzy import Certainty, EndState, FuzzyDate, Part, Period, Precision, Qualifier, export_edtf


def edtf_of(period: Period) -> str:
    """Return the period as EDTF; empty if nothing is known, or EDTF cannot say it.

    A single date keeps its year or month, and its part apart from it: `2009` with LATE.
    """
    return period.start.edtf if is_single(period) else export_edtf(period)


def precision_of(period: Period) -> Precision:
    return period.start.precision if is_single(period) else Precision.RANGE


def part_of(period: Period) -> Part | None:
    return period.start.part if is_single(period) else None


def qualifier_of(period: Period) -> Qualifier:
    """Return the doubts about start and end, put together."""
    doubts = {date.qualifier for date in dates_of(period)} - {Qualifier.NONE}
    if len(doubts) > 1:
        return Qualifier.BOTH
    return doubts.pop() if doubts else Qualifier.NONE


def certainty_of(period: Period) -> Certainty:
    """Return how certain the less certain of its dates is: what has a planned end is not yet a fact."""
    stated = {date.certainty for date in dates_of(period)}
    for certainty in (Certainty.PLANNED, Certainty.ESTIMATED):
        if certainty in stated:
            return certainty
    return Certainty.OCCURRED


def dates_of(period: Period) -> tuple[FuzzyDate, ...]:
    return (period.start,) if period.end is None else (period.start, period.end)


def is_single(period: Period) -> bool:
    """Whether the start says it all, so that there is one date and not a range."""
    return period.end_state is EndState.NONE


def is_exact(period: Period) -> bool:
    """Whether every date is known, and to the day: only then does a calendar not claim too much."""
    is_bounded = period.earliest is not None and period.latest is not None
    return is_bounded and all(
        date.precision is Precision.DAY and date.qualifier is Qualifier.NONE for date in dates_of(period)
    )
