"""A date no more precise than what is known: the value that is stored, sorted and put into words."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from ..edtf import DateTime, Interval, Value, earliest, latest, parse
from . import errors, stored
from .parts import part_in_edtf, unit_of
from .precision import precision_of
from .vocabulary import Certainty, Part, Precision, Qualifier

KEYS = ("edtf", "part", "certainty", "display_override", "source_note")


@dataclass(frozen=True)
class FuzzyDate:
    """One date as it is known. An empty `edtf` means that nothing is known of it.

    `edtf` holds everything EDTF can say; `part` what it cannot: 2009 with LATE is "late 2009". Bounds,
    precision and qualifier follow from the two. `display_override` holds (language, words) pairs for the
    rare date that has a name of its own.
    """

    edtf: str = ""
    part: Part | None = None
    certainty: Certainty = Certainty.OCCURRED
    display_override: tuple[tuple[str, str], ...] = ()
    source_note: str = ""

    def __post_init__(self) -> None:
        # Stores of JSON reorder keys; equal dates stay equal.
        object.__setattr__(self, "display_override", tuple(sorted(self.display_override)))
        if isinstance(self.value, Interval):
            raise errors.interval_in_date(self.edtf)
        if isinstance(self.value, DateTime):
            raise errors.clock_time(self.edtf)
        if self.part and part_in_edtf(self.unit, part=self.part) is None:
            raise errors.part_without_unit(self.part, self.edtf)

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        part: Part | None = None,
        certainty: Certainty = Certainty.OCCURRED,
        source_note: str = "",
    ) -> Self:
        """Return the date of an EDTF string; empty or white text is the unknown date.

        A part may come with its year (`2009`, LATE) or with its own days (`2009-36`, LATE); both give
        the same value. Raises EDTFError or FuzzyDateError.
        """
        edtf = text.strip()
        unit = unit_of(edtf, part=part) if part else None
        return cls(unit or edtf, part, certainty, source_note=source_note)

    @classmethod
    def of(
        cls,
        year: int,
        *,
        month: int | None = None,
        day: int | None = None,
        part: Part | None = None,
        qualifier: Qualifier = Qualifier.NONE,
        certainty: Certainty = Certainty.OCCURRED,
    ) -> Self:
        """Return the date of a calendar year and, as far as they are known, its month and day."""
        if day is not None and month is None:
            raise errors.day_without_month()
        numbers = [_year_in_edtf(year), *(f"{number:02}" for number in (month, day) if number is not None)]
        return cls("-".join(numbers) + qualifier.mark, part, certainty)

    @classmethod
    def unknown(cls, *, certainty: Certainty = Certainty.OCCURRED) -> Self:
        """Return the date nobody knows or, if planned, the date still to be announced."""
        return cls(certainty=certainty)

    @classmethod
    def from_dict(cls, kept: object) -> Self:
        """Return the date that `to_dict` gave. Raises FuzzyDateError for anything else."""
        fields = stored.mapping(kept, keys=KEYS)
        names = stored.mapping(fields.get("display_override", {}))
        return cls(
            edtf=stored.text(fields, "edtf"),
            part=stored.word(fields, "part", Part),
            certainty=stored.word(fields, "certainty", Certainty) or Certainty.OCCURRED,
            display_override=tuple((language, stored.text(names, language)) for language in names),
            source_note=stored.text(fields, "source_note"),
        )

    def to_dict(self) -> dict[str, object]:
        """Return what has to be kept, ready for JSON: always the same keys, nothing derived."""
        return {
            "edtf": self.edtf,
            "part": self.part and self.part.value,
            "certainty": self.certainty.value,
            "display_override": dict(self.display_override),
            "source_note": self.source_note,
        }

    def to_edtf(self) -> str:
        """Return the date as EDTF, with the days of its part. Never more precise than the date.

        EDTF has no "about late 2009", so a qualified date is exported without its part.
        """
        days = part_in_edtf(self.edtf, part=self.part) if self.part else None
        return days or self.edtf

    @cached_property
    def value(self) -> Value | None:
        """The parsed EDTF; None for the unknown date."""
        return parse(self.edtf) if self.edtf else None

    @property
    def unit(self) -> str:
        """The year or month itself, without a mark of doubt."""
        return self.edtf.rstrip("~?%")

    @property
    def is_known(self) -> bool:
        return self.value is not None

    @cached_property
    def earliest(self) -> datetime.date | None:
        """The first day the date may be, or None without limit."""
        return earliest(self._narrowed) if self._narrowed else None

    @cached_property
    def latest(self) -> datetime.date | None:
        """The last day the date may be, or None without limit."""
        return latest(self._narrowed) if self._narrowed else None

    @property
    def qualifier(self) -> Qualifier:
        """The doubts expressed anywhere in the date, put together."""
        is_approximate = "~" in self.edtf or "%" in self.edtf
        is_uncertain = "?" in self.edtf or "%" in self.edtf
        if is_approximate and is_uncertain:
            return Qualifier.BOTH
        if is_approximate:
            return Qualifier.APPROX
        return Qualifier.UNCERTAIN if is_uncertain else Qualifier.NONE

    @property
    def precision(self) -> Precision:
        """The precision of the written date; a part of a year is still a YEAR."""
        return precision_of(self.value)

    @cached_property
    def _narrowed(self) -> Value | None:
        days = part_in_edtf(self.unit, part=self.part) if self.part else None
        return parse(days) if days else self.value


def _year_in_edtf(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"
