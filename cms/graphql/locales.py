"""The languages of the site as an enum, so that a wrong one is refused before anything is read."""

from enum import StrEnum

import graphene
from django.conf import settings
from django.utils.translation import get_language_info


def enum_name(language: str) -> str:
    """Return the enum value of a language code: tr → TR, pt-br → PT_BR."""
    return language.upper().replace("-", "_")


# A StrEnum, so that a resolver gets something that is the language code.
Language = StrEnum(  # type: ignore[misc]  # the members come from the settings
    "Language", {enum_name(code): code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES}
)

LocaleCode = graphene.Enum.from_enum(
    Language,
    name="LocaleCode",
    description=lambda value: (
        "A content language of this installation."
        if value is None
        else f"{get_language_info(value.value)['name']}."
    ),
)
