"""From one date up to another, told as shortly as the language can."""

from ..edtf import Date
from ..fuzzy.precision import precision_of
from ..fuzzy.vocabulary import Precision
from .calendar import day_of, month_of, year_of
from .language import Language, Phrase


def range_phrase(first: Date, last: Date, *, language: Language) -> Phrase | None:
    """Return the range of two days, two months or two years; None for any other pair."""
    if not (is_plain(first) and is_plain(last)):
        return None
    match precision_of(first), precision_of(last):
        case Precision.DAY, Precision.DAY:
            return language.day_range(day_of(first), day_of(last))
        case Precision.MONTH, Precision.MONTH:
            return language.month_range(month_of(first), month_of(last))
        case Precision.YEAR, Precision.YEAR:
            return language.year_range(year_of(first), year_of(last))
    return None


def is_plain(date: Date) -> bool:
    """Say whether the date has neither a mark of doubt nor an unknown digit."""
    return not date.qualifier and not date.has_unknown_digits
