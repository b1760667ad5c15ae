"""Dates as ISO 8601-2 writes them (EDTF): levels 0 and 1 whole, and the part of level 2 a history needs.

Of level 2: sub-year groupings 21-41, sets with up to twelve members, unspecified digits anywhere.
Python's standard library is all this package uses.
"""

from .bounds import earliest, latest
from .errors import MAX_LENGTH, MAX_MEMBERS, EDTFError
from .grammar import parse
from .tree import Date, DateSet, DateTime, Edge, Interval, Run, SubYear, Value

__all__ = [
    "MAX_LENGTH",
    "MAX_MEMBERS",
    "Date",
    "DateSet",
    "DateTime",
    "EDTFError",
    "Edge",
    "Interval",
    "Run",
    "SubYear",
    "Value",
    "earliest",
    "latest",
    "parse",
]
