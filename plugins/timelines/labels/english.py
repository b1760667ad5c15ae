"""British English: day before month, "c." for about, no comma before the last of a list."""

from collections.abc import Sequence
from dataclasses import replace

from ..fuzzy.vocabulary import Part
from .calendar import weekday_of
from .language import Day, Month, Phrase
from .style import Style

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
HEMISPHERES = ("", " (northern hemisphere)", " (southern hemisphere)")
ORDINALS = ("first", "second", "third", "fourth")
PARTS_OF_YEAR = {Part.EARLY: "early ", Part.MID: "mid-", Part.LATE: "late "}
PARTS_OF_MONTH = {Part.EARLY: "early", Part.MID: "mid", Part.LATE: "late"}
ENDS_OF_YEAR = {Part.BEGINNING: "beginning", Part.END: "end"}

# The form of a phrase that follows "from", "since" or "around".
BARE = "bare"
PREPOSITION = "preposition"
# The sentence of a year or month in which something is only planned.
DURING = "during"


class English:
    """English wording. Each method is a row of the wording table."""

    code = "en"

    def __init__(self, style: Style) -> None:
        self.style = style
        self.months = SHORT_MONTHS if style.is_short else MONTHS

    def day(self, day: Day) -> Phrase:
        weekday = f"{WEEKDAYS[weekday_of(day)]} " if self.style.weekday else ""
        return _phrase(f"{weekday}{day[2]} {self._month(day[:2])}", preposition="on")

    def month(self, month: Month) -> Phrase:
        text = self._month(month)
        return _phrase(text, during=f"in the course of {text}")

    def year(self, year: int) -> Phrase:
        return _phrase(_year(year), during=f"in the course of {_year(year)}")

    def part_of_year(self, year: int, part: Part) -> Phrase:
        if part in ENDS_OF_YEAR:
            text = f"{ENDS_OF_YEAR[part]} of {_year(year)}"
            return _phrase(text, running=f"the {text}", preposition="at")
        return _phrase(PARTS_OF_YEAR[part] + _year(year))

    def part_of_month(self, month: Month, part: Part) -> Phrase:
        return _phrase(f"{PARTS_OF_MONTH[part]} {self._month(month)}")

    def season(self, year: int, code: int) -> Phrase:
        hemisphere = HEMISPHERES[(code - 21) // 4]
        return _phrase(f"{SEASONS[(code - 21) % 4]} {_year(year)}{hemisphere}")

    def quarter(self, year: int, number: int) -> Phrase:
        return _phrase(
            f"Q{number} {_year(year)}", running=f"the {ORDINALS[number - 1]} quarter of {_year(year)}"
        )

    def third(self, year: int, number: int) -> Phrase:
        text = f"{('first', 'middle', 'last')[number - 1]} four months of {_year(year)}"
        return _phrase(text, running=f"the {text}")

    def half(self, year: int, number: int) -> Phrase:
        text = f"{ORDINALS[number - 1]} half of {_year(year)}"
        return _phrase(f"H{number} {_year(year)}" if self.style.is_short else text, running=f"the {text}")

    def decade(self, first_year: int) -> Phrase:
        return _phrase(f"{first_year}s", running=f"the {first_year}s")

    def unknown(self, *, is_awaited: bool) -> Phrase:
        if is_awaited:
            return _phrase("to be announced", running="a date to be announced", preposition="on")
        return _phrase("date unknown", running="an unknown date", preposition="on")

    def before(self, date: Phrase) -> Phrase:
        return _fixed(f"before {date.forms[BARE]}")

    def after(self, date: Phrase) -> Phrase:
        return _fixed(f"after {date.forms[BARE]}")

    def between(self, first: Phrase, last: Phrase) -> Phrase:
        return _fixed(f"between {first.forms[BARE]} and {last.forms[BARE]}")

    def days_listed(self, days: Sequence[Day], *, takes_all: bool) -> Phrase:
        numbers = _joined([str(day[2]) for day in days], takes_all=takes_all)
        return _phrase(f"{numbers} {self._month(days[0][:2])}", preposition="on")

    def months_listed(self, months: Sequence[Month], *, takes_all: bool) -> Phrase:
        names = _joined([self.months[number - 1] for _, number in months], takes_all=takes_all)
        return _phrase(f"{names} {_year(months[0][0])}")

    def listed(self, dates: Sequence[Phrase], *, takes_all: bool) -> Phrase:
        label = _joined([date.label for date in dates], takes_all=takes_all)
        bare = _joined([date.forms[BARE] for date in dates], takes_all=takes_all)
        prepositions = {date.forms[PREPOSITION] for date in dates}
        if len(prepositions) == 1:
            return _phrase(label, running=bare, preposition=prepositions.pop())
        sentence = _joined([date.sentence for date in dates], takes_all=takes_all)
        return Phrase(label, sentence, {BARE: bare, PREPOSITION: ""})

    def approximate(self, date: Phrase) -> Phrase:
        return _phrase(f"c. {date.label}", running=f"around {date.forms[BARE]}", preposition="")

    def uncertain(self, date: Phrase) -> Phrase:
        forms = {BARE: f"probably {date.forms[BARE]}", PREPOSITION: ""}
        return Phrase(f"{date.label} (?)", f"probably {date.sentence}", forms)

    def incomplete(self, date: Phrase, *, lacks_month: bool, lacks_day: bool) -> Phrase:
        lacking = " and ".join(["month"] * lacks_month + ["day"] * lacks_day)
        return replace(date, label=f"{date.label} ({lacking} unknown)")

    def planned(self, date: Phrase) -> Phrase:
        sentence = date.forms.get(DURING, f"{date.sentence} (planned)")
        return replace(date, label=f"{date.label} (planned)", sentence=sentence)

    def estimated(self, date: Phrase) -> Phrase:
        return replace(date, label=f"{date.label} (estimated)", sentence=f"{date.sentence} (estimated)")

    def throughout(self, date: Phrase) -> Phrase:
        return _fixed(f"throughout {date.forms[BARE]}")

    def always(self) -> Phrase:
        return _fixed("at all times")

    def since(self, start: Phrase) -> Phrase:
        sentence = f"since {start.forms[BARE]}"
        return Phrase(sentence if self.style.is_short else f"{start.label} to present", sentence)

    def until(self, end: Phrase) -> Phrase:
        return _fixed(f"until {end.forms[BARE]}")

    def by(self, end: Phrase) -> Phrase:
        return _fixed(f"by {end.forms[BARE]}")

    def end_unknown(self, start: Phrase) -> Phrase:
        label = f"{start.label} – ?" if self.style.is_short else f"{start.label} – (end unknown)"
        return Phrase(label, f"began {start.sentence}; end unknown")

    def start_unknown(self, end: Phrase) -> Phrase:
        label = f"? – {end.label}" if self.style.is_short else f"(start unknown) – {end.label}"
        return Phrase(label, f"ended {end.sentence}; start unknown")

    def day_range(self, first: Day, last: Day) -> Phrase:
        end = f"{last[2]} {self._month(last[:2])}"
        if first[:2] == last[:2]:
            return Phrase(f"{first[2]}–{end}", f"from {first[2]} to {end}")
        year = "" if first[0] == last[0] else f" {_year(first[0])}"
        return _spaced(f"{first[2]} {self.months[first[1] - 1]}{year}", end)

    def month_range(self, first: Month, last: Month) -> Phrase:
        if first[0] != last[0]:
            return _spaced(self._month(first), self._month(last))
        start, end = self.months[first[1] - 1], self._month(last)
        return Phrase(f"{start}–{end}", f"from {start} to {end}")

    def year_range(self, first: int, last: int) -> Phrase:
        if first < 1:
            return _spaced(_year(first), _year(last))
        return Phrase(f"{first}–{last}", f"from {first} to {last}")

    def from_to(self, start: Phrase, end: Phrase) -> Phrase:
        return Phrase(f"{start.label} – {end.label}", f"from {start.forms[BARE]} to {end.forms[BARE]}")

    def lasting(self, amounts: tuple[int, int, int, int], *, is_approximate: bool) -> Phrase:
        counted = [
            f"{amount} {unit}" + ("" if amount == 1 else "s")
            for amount, unit in zip(amounts, ("year", "month", "week", "day"), strict=True)
            if amount
        ]
        length = _joined(counted, takes_all=True)
        sentence = f"for about {length}" if is_approximate else f"for {length}"
        short = f"c. {length}" if is_approximate else length
        return Phrase(short if self.style.is_short else sentence, sentence)

    def _month(self, month: Month) -> str:
        return f"{self.months[month[1] - 1]} {_year(month[0])}"


def _phrase(label: str, *, running: str = "", preposition: str = "in", during: str = "") -> Phrase:
    """Return a phrase whose sentence is the preposition and the running words, or the label itself."""
    bare = running or label
    forms = {BARE: bare, PREPOSITION: preposition, **({DURING: during} if during else {})}
    return Phrase(label, f"{preposition} {bare}".lstrip(), forms)


def _fixed(text: str) -> Phrase:
    """Return a phrase that is the same everywhere."""
    return _phrase(text, preposition="")


def _spaced(start: str, end: str) -> Phrase:
    return Phrase(f"{start} – {end}", f"from {start} to {end}")


def _joined(words: Sequence[str], *, takes_all: bool) -> str:
    conjunction = " and " if takes_all else " or "
    return conjunction.join(filter(None, (", ".join(words[:-1]), words[-1])))


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
