"""One of several dates, or all of them, in the words of any language."""

from collections.abc import Callable, Sequence

from ..edtf import Date, DateSet, Run
from ..fuzzy.precision import precision_of
from ..fuzzy.vocabulary import Precision
from .calendar import day_beside, day_of, month_beside, month_of, year_of
from .language import Language, Phrase
from .ranges import is_plain, range_phrase

Tell = Callable[[Date, Language], Phrase]


def set_phrase(dates: DateSet, *, tell: Tell, language: Language) -> Phrase:
    """Return the members with "or" or "and"; days of one month and months of one year are told together."""
    if len(dates.members) == 1 and isinstance(dates.members[0], Run):
        return _run(dates.members[0], dates.takes_all, tell, language)
    members = [member for member in dates.members if isinstance(member, Date)]
    if len(members) == len(dates.members) and all(map(is_plain, members)):
        if _share(members, Precision.DAY) and len({month_of(member) for member in members}) == 1:
            return language.days_listed([day_of(member) for member in members], takes_all=dates.takes_all)
        if _share(members, Precision.MONTH) and len({year_of(member) for member in members}) == 1:
            return language.months_listed([month_of(member) for member in members], takes_all=dates.takes_all)
    phrases = [
        tell(member, language) if isinstance(member, Date) else _run(member, dates.takes_all, tell, language)
        for member in dates.members
    ]
    return language.listed(phrases, takes_all=dates.takes_all)


def _share(members: Sequence[Date], precision: Precision) -> bool:
    return all(precision_of(member) is precision for member in members)


def _run(run: Run, takes_all: bool, tell: Tell, language: Language) -> Phrase:
    if run.first is None:
        return language.before(_beside(run.last, 1, language))
    if run.last is None:
        return language.after(_beside(run.first, -1, language))
    if takes_all and (phrase := range_phrase(run.first, run.last, language=language)):
        return phrase
    return language.between(tell(run.first, language), tell(run.last, language))


def _beside(date: Date | None, step: int, language: Language) -> Phrase:
    """Return the neighbour that is itself left out: up to 2010 is before 2011."""
    if date is None:
        raise ValueError("A run of dates without first and last day does not come out of the parser.")
    match precision_of(date):
        case Precision.DAY:
            return language.day(day_beside(day_of(date), step=step))
        case Precision.MONTH:
            return language.month(month_beside(month_of(date), step=step))
    return language.year(year_of(date) + step)
