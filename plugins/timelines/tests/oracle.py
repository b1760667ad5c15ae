"""Where our verdict on a string differs from that of edtf-validate on purpose, each with its reason."""

import re
import warnings
from dataclasses import dataclass

from ..edtf import EDTFError, parse

with warnings.catch_warnings():
    # The oracle calls pyparsing by its old names.
    warnings.simplefilter("ignore", DeprecationWarning)
    from edtf_validate.valid_edtf import is_valid

ACCEPTED = ""


@dataclass(frozen=True)
class Difference:
    """A kind of string on which the two disagree: our code for it, or that we accept it."""

    reason: str
    example: str
    our_code: str
    pattern: str

    def explains(self, text: str, *, our_code: str) -> bool:
        return self.our_code == our_code and re.fullmatch(self.pattern, text, re.DOTALL) is not None


# The pattern describes the kind; that the oracle really says the opposite is looked up every time.
DIFFERENCES = (
    Difference(
        "64 characters, and so twelve members, are enough: a longer string is not a date but an attack",
        f"[{','.join(['2010'] * 13)}]",
        "EDTF_TOO_LONG",
        r".{65,}",
    ),
    Difference(
        "a date is in the calendar: the oracle looks into it only within intervals",
        "2010-02-29",
        "EDTF_NO_SUCH_DATE",
        r"-?[0-9X-]+[~?%]?",
    ),
    Difference(
        "a date in a set is in the calendar too",
        "[2010-02-29,2010-03-01]",
        "EDTF_NO_SUCH_DATE",
        r"[\[{].*",
    ),
    Difference(
        "exponents and significant digits are left out: the history of a programme needs neither",
        "1950S2",
        "EDTF_ROUNDED_YEAR",
        r"Y?-?[0-9]+(E[0-9]+)?(S[0-9]+)?",
    ),
    Difference(
        "marks inside a date are left out: no form control and no reader could tell them from one at its end",
        "2010~-04",
        "EDTF_MISPLACED_MARK",
        r".*[~?%][0-9X-].*",
    ),
    Difference(
        "a clock time needs a day; the oracle takes it after a month or a year",
        "2010-04T10:20:30",
        "EDTF_SYNTAX",
        r"-?[0-9]{4}(-[0-9]{2})?T.*",
    ),
    Difference(
        "a season may not be a member of a set; the oracle makes an exception for those with a mark",
        "[2010-21~,2011]",
        "EDTF_MISPLACED_MARK",
        r"[\[{].*-2[1-4][~?%].*",
    ),
    Difference("white space is no part of a date", "2010\n", "EDTF_SYNTAX", r".*\s.*"),
    Difference(
        "a run of dates goes forwards; the oracle does not compare its ends",
        "[2010..2008]",
        "EDTF_REVERSED",
        r"[\[{].*[0-9]\.\.-?[0-9].*",
    ),
    Difference(
        "summer begins in June; the oracle stretches seasons by some months",
        "2010-22/2010-05",
        "EDTF_REVERSED",
        r".*-2[1-4].*/.*|.*/.*-2[1-4].*",
    ),
    Difference(
        "in a year before 0 March still precedes May; the oracle compares such months backwards",
        "-0044-05/-0044-03",
        "EDTF_REVERSED",
        r"-[0-9]{4}-.*/-.*",
    ),
    Difference(
        "in a year before 0 May still follows March; the oracle compares such months backwards",
        "-0044-03/-0044-05",
        ACCEPTED,
        r"-[0-9]{4}.*/-[0-9]{4}.*",
    ),
    Difference(
        "unknown digits may stand beside an open or unknown end; the oracle fails on them with a KeyError",
        "2010-XX/..",
        ACCEPTED,
        r"(\.\.)?/.*X.*|.*X.*/(\.\.)?",
    ),
    Difference(
        "a start may be open or unknown however old the end is; the oracle refuses ends before the year 1",
        "../-0044",
        ACCEPTED,
        r"(\.\.)?/(-|0000).*",
    ),
    Difference(
        "something may begin in April 2010 and end in 2010; the oracle looks at the end's first day",
        "2010-04/2010",
        ACCEPTED,
        r"([0-9]{4}(-[0-9]{2})?)-.*/\1[~?%]?",
    ),
    Difference(
        "a season may end what began before the year 0; the oracle confuses their signs",
        "-0044/2010-21",
        ACCEPTED,
        r"-.*/.*-2[1-4].*",
    ),
    Difference(
        "a run may follow an open start; the oracle reads the start and stops",
        "[..2008,2009..2010]",
        ACCEPTED,
        r"[\[{]\.\..*,.*[0-9]\.\.[0-9].*",
    ),
)


def our_code(text: str) -> str:
    """Return the code with which we refuse the text, or the empty one of acceptance."""
    try:
        parse(text)
    except EDTFError as error:
        return error.code
    return ACCEPTED


def oracle_accepts(text: str) -> bool:
    """Return the verdict of edtf-validate; where it breaks down it has accepted nothing."""
    try:
        return bool(is_valid(text))
    except (KeyError, ValueError, TypeError):
        return False


def disagreement(text: str) -> str | None:
    """Return why the verdicts on the text differ: None if they do not, UNEXPLAINED if nobody knows."""
    code = our_code(text)
    if (code == ACCEPTED) is oracle_accepts(text):
        return None
    reasons = (known.reason for known in DIFFERENCES if known.explains(text, our_code=code))
    return next(reasons, f"UNEXPLAINED: {text!r}, ours {code or 'accepted'}")
