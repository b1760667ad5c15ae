"""A period as one EDTF string, for feeds, files and other programs."""

from ..edtf import Date, Edge, Interval, SubYear, parse
from ..edtf.bounds import CivilDay, first_day, last_day
from .date import FuzzyDate
from .period import Period
from .vocabulary import Certainty, EndState, Part, Qualifier, TemporalMode

LAST_SEASON = 24


def export_edtf(period: Period) -> str:
    """Return the period as one EDTF string, never more precise than it is; empty if EDTF cannot say it.

    An interval takes no quarters, halves or parts of a year, so these widen to their year, parts of a
    month to their month. What is lost for good: whether something filled the time, and durations.
    """
    if period.end_state is EndState.NONE:
        return period.start.to_edtf()
    start = _start_in_interval(period)
    end = _end_in_interval(period)
    if start is None or end is None or start == end == Edge.UNKNOWN:
        return ""
    return f"{start}/{end}"


def import_edtf(text: str, *, certainty: Certainty = Certainty.OCCURRED) -> Period:
    """Return the period of an EDTF string: a moment for a date, a span for an interval.

    Empty text is the undated period. Raises EDTFError or FuzzyDateError.
    """
    value = parse(text) if text else None
    if not isinstance(value, Interval):
        return Period.at(FuzzyDate(text, certainty=certainty))
    start, end = (_date(endpoint, certainty) for endpoint in (value.start, value.end))
    return Period(
        start or FuzzyDate.unknown(certainty=certainty),
        end,
        _end_state(value.end),
        TemporalMode.SPAN,
        starts_open=value.start is Edge.OPEN,
    )


def _start_in_interval(period: Period) -> str | None:
    if not period.start.is_known:
        return _edge(is_open=period.starts_open)
    return _in_interval(period.start, outermost=first_day(period.start.value))


def _end_in_interval(period: Period) -> str | None:
    if period.end is None:
        return _edge(is_open=period.end_state is EndState.OPEN)
    return _in_interval(period.end, outermost=last_day(period.end.value))


def _edge(*, is_open: bool) -> str:
    return Edge.OPEN if is_open else Edge.UNKNOWN


def _in_interval(date: FuzzyDate, *, outermost: CivilDay | None) -> str | None:
    """Return what may stand in an interval for this date, or None for a set or a year of five digits.

    A grouping becomes the year of its outermost day: summer in the south ends in the year that follows.
    """
    match date.value:
        case SubYear(code=code) if code > LAST_SEASON and outermost:
            return FuzzyDate.of(outermost[0]).edtf
        case SubYear():
            return date.edtf
        case Date(year=year) if not year.startswith("Y"):
            is_month = date.part in (Part.BEGINNING, Part.END) and date.qualifier is Qualifier.NONE
            return date.to_edtf() if is_month else date.edtf
    return None


def _date(endpoint: Date | SubYear | Edge, certainty: Certainty) -> FuzzyDate | None:
    return None if isinstance(endpoint, Edge) else FuzzyDate(str(endpoint), certainty=certainty)


def _end_state(endpoint: Date | SubYear | Edge) -> EndState:
    if isinstance(endpoint, Edge):
        return EndState.OPEN if endpoint is Edge.OPEN else EndState.UNKNOWN
    return EndState.KNOWN
