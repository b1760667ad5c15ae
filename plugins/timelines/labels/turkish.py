"""Turkish: every date ends in the case its sentence asks for, by the sound of its last spoken word."""

from collections.abc import Sequence
from dataclasses import replace

from ..fuzzy.vocabulary import Part
from .calendar import weekday_of
from .language import Day, Month, Phrase
from .style import Style
from .suffixes import Case, number_sound, plural_suffix, possessed_suffix, suffix

APOSTROPHE = "’"
MONTHS = (
    "Ocak",
    "Şubat",
    "Mart",
    "Nisan",
    "Mayıs",
    "Haziran",
    "Temmuz",
    "Ağustos",
    "Eylül",
    "Ekim",
    "Kasım",
    "Aralık",
)
SHORT_MONTHS = ("Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara")
WEEKDAYS = ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar")
SEASONS = ("ilkbaharı", "yazı", "sonbaharı", "kışı")
HEMISPHERES = ("", " (kuzey yarımküre)", " (güney yarımküre)")
ORDINALS = ("birinci", "ikinci", "üçüncü", "dördüncü")
PARTS_OF_YEAR = {
    Part.EARLY: "başları",
    Part.MID: "ortaları",
    Part.LATE: "sonları",
    Part.BEGINNING: "başı",
    Part.END: "sonu",
}
PARTS_OF_MONTH = {Part.EARLY: "başı", Part.MID: "ortası", Part.LATE: "sonu"}
LENGTHS = (("yıl", "dır"), ("ay", "dır"), ("hafta", "dır"), ("gün", "dür"))

# The name a period is measured by: "2010 yılı" in "2010 yılı boyunca".
WHOLE = "whole"
# The sentence of a year or month in which something is only planned.
DURING = "during"
# The dative of a sentence, where it is fuller than that of a label.
FULL_DATIVE = "full dative"


class Turkish:
    """Turkish wording. Each method is a row of the wording table."""

    code = "tr"

    def __init__(self, style: Style) -> None:
        self.style = style
        self.months = SHORT_MONTHS if style.is_short else MONTHS

    def day(self, day: Day) -> Phrase:
        text = f"{day[2]} {self._month(day[:2])}"
        if self.style.weekday:
            text += f" {WEEKDAYS[weekday_of(day)]}"
            named_day = f"{text} günü"
            # "Salı günü" answers "when?" as it stands.
            forms = {**_possessed(named_day), Case.LOCATIVE: named_day}
            return Phrase(text, named_day, forms)
        phrase = _named(text, number_sound(_spoken(day[0])))
        return phrase if self.style.alternative else replace(phrase, sentence=f"{text} tarihinde")

    def month(self, month: Month) -> Phrase:
        text = self._month(month)
        return _named(text, number_sound(_spoken(month[0])), {DURING: f"{text} içinde"})

    def year(self, year: int) -> Phrase:
        text = _year(year)
        forms = {WHOLE: f"{text} yılı", DURING: f"{text} yılı içinde"}
        phrase = _named(text, number_sound(_spoken(year)), forms)
        return phrase if self.style.alternative else replace(phrase, sentence=f"{text} yılında")

    def part_of_year(self, year: int, part: Part) -> Phrase:
        return _in_full(f"{_year(year)} {PARTS_OF_YEAR[part]}", f"{_year(year)} yılı {PARTS_OF_YEAR[part]}")

    def part_of_month(self, month: Month, part: Part) -> Phrase:
        return _owned(f"{self._month(month)} {PARTS_OF_MONTH[part]}")

    def season(self, year: int, code: int) -> Phrase:
        phrase = _owned(f"{_year(year)} {SEASONS[(code - 21) % 4]}")
        return _noted(phrase, HEMISPHERES[(code - 21) // 4])

    def quarter(self, year: int, number: int) -> Phrase:
        text = f"{_of(year)} {number}. çeyreği"
        phrase = _in_full(text, f"{_year(year)} yılının {ORDINALS[number - 1]} çeyreği")
        return replace(phrase, label=f"{_year(year)} {number}. çeyrek") if self.style.is_short else phrase

    def third(self, year: int, number: int) -> Phrase:
        months = f"{('ilk', 'ikinci', 'son')[number - 1]} dört ayı"
        return _in_full(f"{_of(year)} {months}", f"{_year(year)} yılının {months}")

    def half(self, year: int, number: int) -> Phrase:
        half = f"{ORDINALS[number - 1]} yarısı"
        phrase = _in_full(f"{_of(year)} {half}", f"{_year(year)} yılının {half}")
        return replace(phrase, label=f"{_year(year)} {number}. yarı") if self.style.is_short else phrase

    def decade(self, first_year: int) -> Phrase:
        plural = plural_suffix(number_sound(first_year))
        return _noun(f"{first_year}{APOSTROPHE}{plural}")

    def unknown(self, *, is_awaited: bool) -> Phrase:
        if is_awaited:
            return replace(_noun("duyurulacak bir tarih"), label="tarihi duyurulacak")
        return replace(_noun("bilinmeyen bir tarih"), label="tarihi bilinmiyor")

    def before(self, date: Phrase) -> Phrase:
        text = f"{date.forms[Case.ABLATIVE]} önce"
        return Phrase(text, text, _possessed(f"{date.label} öncesi"))

    def after(self, date: Phrase) -> Phrase:
        text = f"{date.forms[Case.ABLATIVE]} sonra"
        return Phrase(text, text, _possessed(f"{date.label} sonrası"))

    def between(self, first: Phrase, last: Phrase) -> Phrase:
        return _owned(f"{first.label} ile {last.label} arası")

    def days_listed(self, days: Sequence[Day], *, takes_all: bool) -> Phrase:
        before_last = _before_last([str(day[2]) for day in days], takes_all=takes_all)
        text = f"{before_last}{days[-1][2]} {self._month(days[-1][:2])}"
        return _named(text, number_sound(_spoken(days[-1][0])))

    def months_listed(self, months: Sequence[Month], *, takes_all: bool) -> Phrase:
        before_last = _before_last([self.months[number - 1] for _, number in months], takes_all=takes_all)
        return _named(before_last + self._month(months[-1]), number_sound(_spoken(months[-1][0])))

    def listed(self, dates: Sequence[Phrase], *, takes_all: bool) -> Phrase:
        before_last = _before_last([date.label for date in dates], takes_all=takes_all)
        last = dates[-1]
        forms: dict[str, str] = {case: before_last + last.forms[case] for case in Case}
        return Phrase(before_last + last.label, forms[Case.LOCATIVE], forms)

    def approximate(self, date: Phrase) -> Phrase:
        return _owned(f"{date.label} civarı")

    def uncertain(self, date: Phrase) -> Phrase:
        forms: dict[str, str] = {case: f"muhtemelen {date.forms[case]}" for case in Case}
        return Phrase(f"{date.label} (?)", forms[Case.LOCATIVE], forms)

    def incomplete(self, date: Phrase, *, lacks_month: bool, lacks_day: bool) -> Phrase:
        lacking = " ve ".join(["ay"] * lacks_month + ["gün"] * lacks_day)
        return replace(date, label=f"{date.label} ({lacking} bilinmiyor)")

    def planned(self, date: Phrase) -> Phrase:
        sentence = date.forms.get(DURING, f"{date.sentence} (planlanan)")
        return replace(date, label=f"{date.label} (planlanan)", sentence=sentence)

    def estimated(self, date: Phrase) -> Phrase:
        return replace(date, label=f"{date.label} (tahmini)", sentence=f"{date.sentence} (tahmini)")

    def throughout(self, date: Phrase) -> Phrase:
        return _fixed(f"{date.forms.get(WHOLE, date.label)} boyunca")

    def always(self) -> Phrase:
        return _fixed("her zaman")

    def since(self, start: Phrase) -> Phrase:
        sentence = f"{start.forms[Case.ABLATIVE]} {'bu yana' if self.style.alternative else 'beri'}"
        label = f"{start.forms[Case.ABLATIVE]} günümüze"
        return Phrase(sentence if self.style.is_short else label, sentence)

    def until(self, end: Phrase) -> Phrase:
        dative = end.forms[Case.DATIVE]
        return Phrase(f"{dative} kadar", f"{end.forms.get(FULL_DATIVE, dative)} kadar")

    def by(self, end: Phrase) -> Phrase:
        return self.until(end)

    def end_unknown(self, start: Phrase) -> Phrase:
        label = f"{start.label} – ?" if self.style.is_short else f"{start.label} – (bitişi bilinmiyor)"
        return Phrase(label, f"{start.forms[Case.LOCATIVE]} başlamış, bitişi bilinmiyor")

    def start_unknown(self, end: Phrase) -> Phrase:
        label = f"? – {end.label}" if self.style.is_short else f"(başlangıcı bilinmiyor) – {end.label}"
        return Phrase(label, f"{end.forms[Case.LOCATIVE]} bitmiş, başlangıcı bilinmiyor")

    def day_range(self, first: Day, last: Day) -> Phrase:
        end = f"{last[2]} {self._month(last[:2])}"
        if first[:2] == last[:2]:
            text = f"{first[2]}–{end}"
        else:
            year = "" if first[0] == last[0] else f" {_year(first[0])}"
            text = f"{first[2]} {self.months[first[1] - 1]}{year} – {end}"
        return Phrase(text, f"{text} tarihleri arasında")

    def month_range(self, first: Month, last: Month) -> Phrase:
        if first[0] == last[0]:
            text = f"{self.months[first[1] - 1]}–{self._month(last)}"
        else:
            text = f"{self._month(first)} – {self._month(last)}"
        return Phrase(text, f"{text} döneminde")

    def year_range(self, first: int, last: int) -> Phrase:
        text = f"{first}–{last}" if first > 0 else f"{_year(first)} – {_year(last)}"
        return Phrase(text, f"{text} döneminde")

    def from_to(self, start: Phrase, end: Phrase) -> Phrase:
        sentence = f"{start.forms[Case.ABLATIVE]} {end.forms[Case.DATIVE]} kadar"
        return Phrase(f"{start.label} – {end.label}", sentence)

    def lasting(self, amounts: tuple[int, int, int, int], *, is_approximate: bool) -> Phrase:
        counted = [
            (f"{amount} {unit}", end) for amount, (unit, end) in zip(amounts, LENGTHS, strict=True) if amount
        ]
        length = " ".join(text for text, _ in counted)
        sentence = ("yaklaşık " if is_approximate else "") + length + counted[-1][1]
        short = f"yakl. {length}" if is_approximate else length
        return Phrase(short if self.style.is_short else sentence, sentence)

    def _month(self, month: Month) -> str:
        return f"{self.months[month[1] - 1]} {_year(month[0])}"


def _named(text: str, sound: str, forms: dict[str, str] | None = None) -> Phrase:
    """Return a name or number with its suffixes after an apostrophe: 1994’te."""
    cases: dict[str, str] = {case: text + APOSTROPHE + suffix(sound, case) for case in Case}
    return Phrase(text, cases[Case.LOCATIVE], {**cases, **(forms or {})})


def _noun(text: str) -> Phrase:
    """Return a common noun with its suffixes: bilinmeyen bir tarihte."""
    cases: dict[str, str] = {case: text + suffix(text, case) for case in Case}
    return Phrase(text, cases[Case.LOCATIVE], cases)


def _owned(text: str) -> Phrase:
    """Return a noun that belongs to the words before it: 2009 sonlarında."""
    cases = _possessed(text)
    return Phrase(text, cases[Case.LOCATIVE], cases)


def _possessed(text: str) -> dict[str, str]:
    return {case.value: text + possessed_suffix(text, case) for case in Case}


def _in_full(text: str, full: str) -> Phrase:
    """Return a noun that is fuller in a sentence: 2009 sonları, 2009 yılı sonlarında."""
    in_full = _possessed(full)
    forms = {**_possessed(text), FULL_DATIVE: in_full[Case.DATIVE]}
    return Phrase(text, in_full[Case.LOCATIVE], forms)


def _noted(phrase: Phrase, note: str) -> Phrase:
    forms = {form: text + note for form, text in phrase.forms.items()}
    return Phrase(phrase.label + note, phrase.sentence + note, forms)


def _fixed(text: str) -> Phrase:
    return Phrase(text, text)


def _before_last(words: Sequence[str], *, takes_all: bool) -> str:
    """Return all but the last word with what joins them to it: "2008, 2009 ve "."""
    return ", ".join(words[:-1]) + (" ve " if takes_all else " veya ")


def _of(year: int) -> str:
    return _year(year) + APOSTROPHE + suffix(number_sound(_spoken(year)), Case.GENITIVE)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"MÖ {1 - year}"


def _spoken(year: int) -> int:
    return year if year > 0 else 1 - year
