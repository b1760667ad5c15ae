"""One fuzzy date in the words of any language: which of its methods to ask, and with which marks."""

from dataclasses import replace

from ..edtf import Date, DateSet, SubYear
from ..edtf.bounds import first_day, last_day
from ..fuzzy.date import FuzzyDate
from ..fuzzy.precision import precision_of
from ..fuzzy.vocabulary import Certainty, Part, Precision, Qualifier
from .calendar import day_of, month_of, year_of
from .language import Language, Phrase
from .sets import set_phrase


def date_phrase(date: FuzzyDate, *, language: Language) -> Phrase:
    """Return the date in words, with the mark of a plan or an estimate."""
    phrase = unmarked_phrase(date, language=language)
    return marked(phrase, (date,), language=language) if date.is_known else phrase


def unmarked_phrase(date: FuzzyDate, *, language: Language) -> Phrase:
    """Return the date in words, whether or not it has come true."""
    phrase = _phrase(date, language)
    own_words = dict(date.display_override).get(language.code)
    return replace(phrase, label=own_words) if own_words else phrase


def marked(phrase: Phrase, dates: tuple[FuzzyDate, ...], *, language: Language) -> Phrase:
    """Return the phrase marked if any of its dates is planned or estimated.

    An approximate date needs no second word for being an estimate.
    """
    if any(date.certainty is Certainty.PLANNED for date in dates):
        return language.planned(phrase)
    if any(date.certainty is Certainty.ESTIMATED and date.qualifier is Qualifier.NONE for date in dates):
        return language.estimated(phrase)
    return phrase


def _phrase(date: FuzzyDate, language: Language) -> Phrase:
    match date.value:
        case Date() as value if date.part:
            return _doubted(_part(value, date.part, language), value.qualifier, language)
        case Date() as value:
            return _date(value, language)
        case SubYear() as value:
            return _doubted(_grouping(value, language), value.qualifier, language)
        case DateSet() as value:
            return set_phrase(value, tell=_date, language=language)
    return language.unknown(is_awaited=date.certainty is Certainty.PLANNED)


def _part(date: Date, part: Part, language: Language) -> Phrase:
    if date.month:
        return language.part_of_month(month_of(date), part)
    return language.part_of_year(year_of(date), part)


def _date(date: Date, language: Language) -> Phrase:
    match precision_of(date):
        case Precision.DAY:
            phrase = language.day(day_of(date))
        case Precision.MONTH:
            phrase = language.month(month_of(date))
        case Precision.YEAR:
            phrase = language.year(year_of(date))
        case Precision.DECADE if int(date.year.replace("X", "0")) > 0:
            return language.decade(int(date.year.replace("X", "0")))
        case _:
            return _between_bounds(date, language)
    if date.has_unknown_digits:
        return language.incomplete(phrase, lacks_month=date.month == "XX", lacks_day=date.day == "XX")
    return _doubted(phrase, date.qualifier, language)


def _between_bounds(date: Date, language: Language) -> Phrase:
    """Tell a date with digits unknown half-way by the first and the last day, month or year it may be."""
    first, last = first_day(date), last_day(date)
    if first is None or last is None:
        return language.unknown(is_awaited=False)
    if date.day:
        return language.between(language.day(first), language.day(last))
    if date.month:
        return language.between(language.month(first[:2]), language.month(last[:2]))
    return language.between(language.year(first[0]), language.year(last[0]))


def _grouping(grouping: SubYear, language: Language) -> Phrase:
    year, code = int(grouping.year), grouping.code
    if code <= 32:
        return language.season(year, code)
    if code <= 36:
        return language.quarter(year, code - 32)
    return language.third(year, code - 36) if code <= 39 else language.half(year, code - 39)


def _doubted(phrase: Phrase, mark: str, language: Language) -> Phrase:
    if mark in ("~", "%"):
        phrase = language.approximate(phrase)
    return language.uncertain(phrase) if mark in ("?", "%") else phrase
