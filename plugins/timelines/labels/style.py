"""How a label is wanted. Imports nothing of ours."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """Standing alone, within a sentence, or where space is short."""

    LABEL = "LABEL"
    SENTENCE = "SENTENCE"
    SHORT = "SHORT"


@dataclass(frozen=True)
class Style:
    """The wishes a label can meet.

    `weekday` names the day of the week of a single day. `alternative` takes the second wording where a
    language offers two (2011’de for 2011 yılında). `elsewhere` is for a duration shown without the page
    it was said on: not "for about 30 years" but "since around 1980".
    """

    form: Form = Form.LABEL
    weekday: bool = False
    alternative: bool = False
    elsewhere: bool = False

    @property
    def is_short(self) -> bool:
        return self.form is Form.SHORT
