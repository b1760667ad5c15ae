"""Rows of a plugin's models for want of better ones: every required field gets a plausible value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import DatabaseError, models, transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.testing.conformance.subject import Subject


def make_examples(subject: Subject, count: int) -> None:
    """Add so many rows, in every language, of each model of the plugin that this can be guessed for."""
    for model in subject.plugin.get_models():
        if issubclass(model, Page) or model._meta.proxy:
            continue
        for _ in range(count):
            for locale in Locale.objects.all() if is_translated(model) else (None,):
                make_example(model, locale)


def make_example(model: type[models.Model], locale: Locale | None) -> None:
    """Add a row. One that cannot be guessed is left out: the list that lacks it says so."""
    number = model._default_manager.count() + 1
    try:
        with transaction.atomic():
            model(**dict(values(model, number, locale))).save()
    except (DatabaseError, ValueError, TypeError):
        return


def values(model: type[models.Model], number: int, locale: Locale | None) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if field.related_model is Locale:
            yield field.name, locale
        elif not (field.primary_key or field.has_default() or field.null or field.blank):
            yield field.name, value_of(field, number)


def value_of(field: Any, number: int) -> Any:  # Any: Django's fields and what they take
    """Return a value that fits the field; another for each number, where the field has room."""
    if field.choices:
        return field.flatchoices[0][0]
    if isinstance(field, models.ForeignKey):
        return field.related_model._default_manager.order_by("-pk").first()
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return date(2020, 1, 1)
    if isinstance(field, models.CharField | models.TextField):
        return f"example-{number}"[-field.max_length :] if field.max_length else f"example-{number}"
    return number


def is_translated(model: type[models.Model]) -> bool:
    return any(field.related_model is Locale for field in model._meta.concrete_fields)
