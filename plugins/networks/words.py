"""A short label in every content language, kept on one row and edited side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

LONGEST = 200

Words = Mapping[str, str]
"""Language code → label. A language without words is not in it."""


class WordsField(models.JSONField):
    """Labels by language. They go live together with the fact that they name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's field options
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        options = {"required": not self.blank, "label": self.verbose_name, "help_text": self.help_text}
        return WordsFormField(**options)

    def validate(self, value: object, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not is_words(value):
            raise ValidationError(_("Give one text for each content language."), code="words")


class WordsInput(forms.MultiWidget):
    """One input for each content language, each with its own label and `lang`."""

    template_name = "networks/words_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:  # Any: HTML attributes
        self.languages = content_languages()
        inputs: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.TextInput({"lang": code, "maxlength": str(LONGEST)}) for code in self.languages
        }
        super().__init__(inputs, attrs)

    def decompress(self, value: Any) -> list[str]:  # Any: what the form field was given
        return [(value or {}).get(code, "") for code in self.languages]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:  # Any: Django's signature
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for code, subwidget in zip(self.languages, context["widget"]["subwidgets"], strict=True):
            subwidget["label"] = get_language_info(code)["name_translated"]
        return context


class WordsFormField(forms.MultiValueField):
    """Reads the inputs into labels by language; empty ones are left out."""

    def __init__(self, **kwargs: Any) -> None:  # Any: Django's field options
        languages = content_languages()
        fields = [forms.CharField(max_length=LONGEST, required=False) for _code in languages]
        super().__init__(fields, widget=WordsInput, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> dict[str, str]:
        return {code: text for code, text in zip(content_languages(), data_list or (), strict=False) if text}


def content_languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)


def is_words(value: object) -> bool:
    return isinstance(value, dict) and all(
        code in content_languages() and isinstance(text, str) and len(text) <= LONGEST
        for code, text in value.items()
    )
