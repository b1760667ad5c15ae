"""Kinds of columns: a value of the fuzzy dates as JSON, and a choice of content languages."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..fuzzy import FuzzyDate, Period
from ..refusals import DateError


class ValueField(models.JSONField):
    """A column for a frozen value that knows its form in JSON. What is not such a value is refused."""

    value_class: ClassVar[type[FuzzyDate | Period]]

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:  # Any: Django's signature
        kept = super().from_db_value(value, expression, connection)
        return kept if isinstance(expression, KeyTransform) else self.to_python(kept)

    def to_python(self, value: Any) -> Any:  # Any: the value, what it is kept as, or None
        if value is None or isinstance(value, self.value_class):
            return value
        try:
            return self.value_class.from_dict(json.loads(value) if isinstance(value, str) else value)
        except DateError as error:
            raise refused(error) from error

    def get_prep_value(self, value: Any) -> Any:  # Any: as above, or an expression
        if isinstance(value, (dict, self.value_class)):
            return self.to_python(value).to_dict()
        return super().get_prep_value(value)

    def value_to_string(self, obj: models.Model) -> Any:  # Any: JSON, for revisions
        value = self.value_from_object(obj)
        return value and value.to_dict()

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        models.Field.validate(self, value, model_instance)


class FuzzyDateField(ValueField):
    """A column for a FuzzyDate."""

    value_class = FuzzyDate


class PeriodField(ValueField):
    """A column for a Period."""

    value_class = Period


class LanguagesField(models.JSONField):
    """A column for some of the content languages, by their codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's field options
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=settings.WAGTAIL_CONTENT_LANGUAGES,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, list) or not set(value) <= set(dict(settings.WAGTAIL_CONTENT_LANGUAGES)):
            raise ValidationError(
                _("Name content languages by their codes, for example tr."), code="languages"
            )


def refused(error: DateError) -> ValidationError:
    """Return a refusal as Django tells it, in the active language, with the same code."""
    return ValidationError(gettext(error.message) % error.values, code=error.code)


def undated() -> Period:
    """Return the period of which nothing is known."""
    return Period.at(FuzzyDate.unknown())
