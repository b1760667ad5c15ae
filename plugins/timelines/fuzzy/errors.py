"""The reasons for which a fuzzy date or a period is refused, each with a code and a remedy."""

from ..refusals import DateError, gettext_noop


class FuzzyDateError(DateError):
    """Parts that do not make up a date or a period."""


def interval_in_date(text: str) -> FuzzyDateError:
    message = gettext_noop("“%(text)s” is two dates. Give the start and the end one by one.")
    return FuzzyDateError("DATE_IS_INTERVAL", message, text=text)


def clock_time(text: str) -> FuzzyDateError:
    message = gettext_noop("“%(text)s” has a clock time. Give the day here and the time in its own field.")
    return FuzzyDateError("DATE_HAS_CLOCK_TIME", message, text=text)


def day_without_month() -> FuzzyDateError:
    return FuzzyDateError(
        "DATE_MONTH_MISSING", gettext_noop("A day needs its month. Add the month or leave out the day.")
    )


def part_without_unit(part: str, text: str) -> FuzzyDateError:
    message = gettext_noop(
        "%(part)s does not go with “%(text)s”. A year has all five parts, a month EARLY, MID and LATE."
    )
    return FuzzyDateError("DATE_PART_WITHOUT_UNIT", message, part=part, text=text)


def words_unknown(text: str) -> FuzzyDateError:
    message = gettext_noop(
        "“%(text)s” is not a date in known words. Write it like “6 April 2010” or in EDTF."
    )
    return FuzzyDateError("DATE_WORDS_UNKNOWN", message, text=text)


def stored_shape(expected: str) -> FuzzyDateError:
    message = gettext_noop(
        "What is stored is not a date of this version: %(expected)s. Save it again from its source."
    )
    return FuzzyDateError("DATE_STORED_SHAPE", message, expected=expected)


def period_reversed(start: str, end: str) -> FuzzyDateError:
    message = gettext_noop(
        "The period ends (%(end)s) before it begins (%(start)s). Put the earlier date first."
    )
    return FuzzyDateError("PERIOD_REVERSED", message, start=start, end=end)


def end_missing() -> FuzzyDateError:
    message = gettext_noop("The end is said to be known. Give its date, or say that it is open or unknown.")
    return FuzzyDateError("PERIOD_END_MISSING", message)


def end_not_expected(end_state: str) -> FuzzyDateError:
    message = gettext_noop(
        "The end is said to be %(end_state)s, yet it has a date. Say KNOWN or remove the date."
    )
    return FuzzyDateError("PERIOD_END_NOT_EXPECTED", message, end_state=end_state)


def start_not_expected() -> FuzzyDateError:
    message = gettext_noop("The start is said to be open, yet it has a date. Choose one of the two.")
    return FuzzyDateError("PERIOD_START_NOT_EXPECTED", message)


def open_start_without_end() -> FuzzyDateError:
    message = gettext_noop(
        "A period with an open start says nothing without its end. Add the end, open or dated."
    )
    return FuzzyDateError("PERIOD_OPEN_START_ALONE", message)


def point_with_end() -> FuzzyDateError:
    message = gettext_noop(
        "A moment has no start and end. Choose SPAN, or write one date such as [2008..2010]."
    )
    return FuzzyDateError("PERIOD_POINT_WITH_END", message)


def duration_malformed(text: str) -> FuzzyDateError:
    message = gettext_noop("“%(text)s” is not a length of time. Write it like P30Y, P1Y6M, P2W or P10D.")
    return FuzzyDateError("DURATION_SYNTAX", message, text=text)


def duration_adrift() -> FuzzyDateError:
    message = gettext_noop("A length of time counts back from a date. Give that date, at least its year.")
    return FuzzyDateError("DURATION_ANCHOR_MISSING", message)


def duration_too_long(text: str) -> FuzzyDateError:
    message = gettext_noop(
        "“%(text)s” before its date is before the year 1. Write the start as a date instead."
    )
    return FuzzyDateError("DURATION_TOO_LONG", message, text=text)
