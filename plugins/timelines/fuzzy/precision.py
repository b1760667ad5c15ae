"""How precise an EDTF value is, in the words of the plugin."""

import re

from ..edtf import Date, SubYear, Value
from .vocabulary import Precision

DECADE = re.compile(r"-?[0-9]{3}X")


def precision_of(value: Value | None) -> Precision:
    """Return the precision of what is written out; None is the unknown date.

    A month whose day is XX is a month. Any other digit unknown half-way makes a range, but for the decade.
    """
    match value:
        case None:
            return Precision.UNKNOWN
        case Date():
            return _of_date(value)
        case SubYear(code=code):
            return _of_grouping(code)
    return Precision.RANGE


def _of_date(date: Date) -> Precision:
    is_month_open, is_day_open = date.month in ("", "XX"), date.day in ("", "XX")
    if is_month_open and is_day_open:
        if DECADE.fullmatch(date.year):
            return Precision.DECADE
        return Precision.RANGE if "X" in date.year else Precision.YEAR
    if is_day_open:
        return Precision.RANGE if "X" in date.year + date.month else Precision.MONTH
    return Precision.RANGE if date.has_unknown_digits else Precision.DAY


def _of_grouping(code: int) -> Precision:
    if code <= 32:
        return Precision.SEASON
    if code <= 36:
        return Precision.QUARTER
    return Precision.RANGE if code <= 39 else Precision.HALF
