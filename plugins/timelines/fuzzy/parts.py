"""Which days "early", "late" or "the end" stand for, written in EDTF so that both always agree."""

import re
from calendar import monthrange

from .vocabulary import Part

YEAR = re.compile(r"-?[0-9]{4}")
MONTH = re.compile(r"(-?[0-9]{4})-(0[1-9]|1[0-2])")

PARTS_OF_YEAR = {
    Part.EARLY: "{year}-33",
    Part.MID: "[{year}-04..{year}-09]",
    Part.LATE: "{year}-36",
    Part.BEGINNING: "{year}-01",
    Part.END: "{year}-12",
}
PARTS_OF_MONTH = {
    Part.EARLY: "[{month}-01..{month}-10]",
    Part.MID: "[{month}-11..{month}-20]",
    Part.LATE: "[{month}-21..{month}-{last_day}]",
}


def part_in_edtf(unit: str, *, part: Part) -> str | None:
    """Return the days of the part as EDTF; None if this is not a unit that has such a part.

    A year has all five parts: the first and the last quarter, April to September, January and December.
    A month has three: the days 1-10, 11-20 and from 21 on.
    """
    if YEAR.fullmatch(unit):
        return PARTS_OF_YEAR[part].format(year=unit)
    match = MONTH.fullmatch(unit)
    if match is None or part not in PARTS_OF_MONTH:
        return None
    # Any year divisible by 400 has the months of the year 0, which monthrange does not know.
    _, last_day = monthrange(int(match[1]) % 400 + 400, int(match[2]))
    return PARTS_OF_MONTH[part].format(month=unit, last_day=last_day)


def unit_of(edtf: str, *, part: Part) -> str | None:
    """Return the year or month whose part this EDTF string is, or None: `2009-36` and LATE give `2009`."""
    months_and_years = re.findall(r"-?[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?", edtf)[:1]
    candidates = (*months_and_years, *(unit[:-3] for unit in months_and_years))
    return next((unit for unit in candidates if part_in_edtf(unit, part=part) == edtf), None)
