"""Dates in words. A further language is a module like `english` and a line in `LANGUAGES`."""

from collections.abc import Mapping

from ..fuzzy.date import FuzzyDate
from ..fuzzy.period import Period
from .dates import date_phrase
from .english import English
from .language import Language
from .periods import period_phrase
from .style import Form, Style
from .turkish import Turkish

LANGUAGES: Mapping[str, type[Language]] = {"tr": Turkish, "en": English}

__all__ = ["LANGUAGES", "Form", "Style", "label"]


def label(when: FuzzyDate | Period, *, language: str, style: Style = Style()) -> str:  # noqa: B008 -- frozen
    """Return the date or period in words, never more precise than it is.

    Raises KeyError for a language without a module here.
    """
    words = LANGUAGES[language](style)
    if isinstance(when, FuzzyDate):
        phrase = date_phrase(when, language=words)
    else:
        phrase = period_phrase(when, language=words, is_elsewhere=style.elsewhere)
    return phrase.sentence if style.form is Form.SENTENCE else phrase.label
