"""Kinds of columns that several tables share."""

from typing import Any

from django import forms
from django.conf.global_settings import LANGUAGES as KNOWN_LANGUAGES
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from plugins.networks import dates
from plugins.networks.places import is_country
from plugins.networks.words import content_languages


def check_country(value: str) -> None:
    """Raise ValidationError for what is no country of ISO 3166-1."""
    if not is_country(value):
        raise ValidationError(
            _("Write the three capital letters of ISO 3166-1, for example TUR."), code="country"
        )


class LanguagesField(models.JSONField):
    """Codes of languages, in any number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's field options
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=language_choices,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
        )

    def validate(self, value: object, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        known = {code for code, _name in language_choices()}
        if not isinstance(value, list) or not known.issuperset(value):
            raise ValidationError(_("Choose from the list of languages."), code="languages")


def edtf_field(label: Any, **options: Any) -> models.CharField[str, str]:  # Any: lazy text, field options
    """Return a column for a date as EDTF; empty is not known."""
    return models.CharField(
        label, max_length=dates.LONGEST, validators=[dates.check_edtf], **{"blank": True, **options}
    )


def language_choices() -> list[tuple[str, str]]:
    """Return the languages that a name may be in: those of the content first, then all that Django knows."""
    others = sorted(code for code, _name in KNOWN_LANGUAGES if code not in content_languages())
    return [(code, get_language_info(code)["name_translated"]) for code in (*content_languages(), *others)]


def language_field(**options: Any) -> models.CharField[str, str]:  # Any: field options
    """Return a column for a BCP 47 language code."""
    return models.CharField(_("language"), max_length=12, choices=language_choices, **options)
