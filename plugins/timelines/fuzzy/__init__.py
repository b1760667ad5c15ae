"""Dates as people know them: fuzzy dates, periods and durations, without a framework."""

from .date import FuzzyDate
from .duration import Duration
from .errors import FuzzyDateError
from .interchange import export_edtf, import_edtf
from .period import Period
from .vocabulary import Certainty, EndState, Part, Precision, Qualifier, TemporalMode

__all__ = [
    "Certainty",
    "Duration",
    "EndState",
    "FuzzyDate",
    "FuzzyDateError",
    "Part",
    "Period",
    "Precision",
    "Qualifier",
    "TemporalMode",
    "export_edtf",
    "import_edtf",
]
