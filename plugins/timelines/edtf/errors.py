"""The reasons for which a string is not taken as EDTF, each with a code and a remedy."""

from ..refusals import DateError, gettext_noop

MAX_LENGTH = 64
MAX_MEMBERS = 12


class EDTFError(DateError):
    """A string that is not EDTF, or EDTF that this package does not keep."""


def empty() -> EDTFError:
    return EDTFError(
        "EDTF_EMPTY", gettext_noop("There is no date here. Write one such as 2010-04-06, 2010-04 or 2010.")
    )


def too_long() -> EDTFError:
    # The text itself is not repeated: it may be of any size.
    message = gettext_noop("A date has at most %(limit)d characters. Describe the rest in words.")
    return EDTFError("EDTF_TOO_LONG", message, limit=MAX_LENGTH)


def too_many_members() -> EDTFError:
    message = gettext_noop(
        "A list of dates has at most %(limit)d members. Write a range such as [2008..2010] instead."
    )
    return EDTFError("EDTF_TOO_MANY_MEMBERS", message, limit=MAX_MEMBERS)


def malformed(text: str) -> EDTFError:
    message = gettext_noop(
        "“%(text)s” is not an EDTF date. Write it like 2010-04-06, 2010-04, 2010, 2009~, 198X or 2008/2011."
    )
    return EDTFError("EDTF_SYNTAX", message, text=text)


def misplaced_mark(text: str) -> EDTFError:
    message = gettext_noop(
        "“%(text)s” has a ~, ? or %% where none is kept. It ends a whole day, month, year or season."
    )
    return EDTFError("EDTF_MISPLACED_MARK", message, text=text)


def rounded_year(text: str) -> EDTFError:
    message = gettext_noop(
        "“%(text)s” has an exponent or significant digits, which are not kept. Write [1950..1959]."
    )
    return EDTFError("EDTF_ROUNDED_YEAR", message, text=text)


def no_such_date(text: str) -> EDTFError:
    message = gettext_noop("There is no day “%(text)s” in the calendar. Check the day and the month.")
    return EDTFError("EDTF_NO_SUCH_DATE", message, text=text)


def reversed_order(text: str) -> EDTFError:
    message = gettext_noop("“%(text)s” ends before it begins. Put the earlier date first.")
    return EDTFError("EDTF_REVERSED", message, text=text)
