"""A period in the words of any language: where it begins, where it ends, and what of that is known."""

from dataclasses import replace

from ..edtf import Date
from ..fuzzy.date import FuzzyDate
from ..fuzzy.period import Period
from ..fuzzy.vocabulary import EndState, Precision, TemporalMode
from .dates import date_phrase, marked, unmarked_phrase
from .language import Language, Phrase
from .ranges import range_phrase


def period_phrase(period: Period, *, language: Language, is_elsewhere: bool) -> Phrase:
    """Return the period in words; a duration only where it is true, next to the date it counts back from."""
    if period.duration is not None and not is_elsewhere:
        return language.lasting(period.duration.amounts, is_approximate=period.duration.approximate)
    if period.end_state is EndState.NONE and period.temporal_mode is TemporalMode.POINT:
        return date_phrase(period.start, language=language)
    dates = (period.start, period.end) if period.end else (period.start,)
    return marked(_phrase(period, language), dates, language=language)


def _phrase(period: Period, language: Language) -> Phrase:
    start = unmarked_phrase(period.start, language=language)
    if period.end is not None:
        return _ended(period, start, unmarked_phrase(period.end, language=language), language)
    match period.end_state:
        case EndState.OPEN:
            return language.always() if period.starts_open else _since(period, start, language)
        case EndState.UNKNOWN if period.starts_open:
            return language.until(unmarked_phrase(FuzzyDate.unknown(), language=language))
        case EndState.UNKNOWN if period.start.is_known:
            return language.end_unknown(start)
    return language.throughout(start) if period.start.is_known else start


def _since(period: Period, start: Phrase, language: Language) -> Phrase:
    phrase = language.since(start)
    # "1980 to present" needs a start to show and, of a duration, claims more than was known at its anchor.
    has_label = period.start.is_known and period.duration is None
    return phrase if has_label else replace(phrase, label=phrase.sentence)


def _ended(period: Period, start: Phrase, end: Phrase, language: Language) -> Phrase:
    if period.start.is_known:
        return _from_start_to_end(period, start, end, language)
    if period.temporal_mode is TemporalMode.POINT:
        return language.by(end)
    return language.until(end) if period.starts_open else language.start_unknown(end)


def _from_start_to_end(period: Period, start: Phrase, end: Phrase, language: Language) -> Phrase:
    if start == end:
        return start if period.start.precision is Precision.DAY else language.throughout(start)
    if period.end and _may_be_shortened(period.start) and _may_be_shortened(period.end):
        first, last = period.start.value, period.end.value
        if isinstance(first, Date) and isinstance(last, Date):
            shortened = range_phrase(first, last, language=language)
            if shortened:
                return shortened
    return language.from_to(start, end)


def _may_be_shortened(date: FuzzyDate) -> bool:
    return date.part is None and not date.display_override
