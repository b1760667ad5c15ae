"""Where blocks are stored: in bodies, in revisions, and in what translators work on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

JSON = Any


def stored_in_fields(names: Collection[str]) -> Iterator[Model]:
    """Yield the rows of all apps with a block of one of these names in a field, as it stands in the table."""
    for model in apps.get_models():
        fields = [field for field in model._meta.local_fields if isinstance(field, StreamField)]
        for field in fields if not model._meta.proxy else ():
            found = naming(model._base_manager.all(), field.attname, names)
            keys = [pk for pk, text in found if holds(json.loads(text), names)]
            yield from model._base_manager.filter(pk__in=keys)


def stored_in_revisions(names: Collection[str]) -> Iterator[Revision]:
    """Yield the revisions of any age, of any model, with a block of one of these names."""
    found = naming(Revision.objects.all(), "content", names)
    keys = [pk for pk, text in found if holds(json.loads(text), names)]
    yield from Revision.objects.filter(pk__in=keys).select_related("content_type").order_by("pk")


def stored_in_sources(names: Collection[str]) -> Iterator[TranslationSource]:
    """Yield what was handed to translators with a block of one of these names."""
    found = naming(TranslationSource.objects.all(), "content_json", names)
    keys = [pk for pk, text in found if holds(json.loads(text), names)]
    yield from (
        TranslationSource.objects.filter(pk__in=keys).select_related("specific_content_type").order_by("pk")
    )


def naming(rows: QuerySet[Any], field: str, names: Collection[str]) -> Iterator[tuple[Any, str]]:
    """Yield (primary key, text) of the rows whose text has one of the names anywhere."""
    anywhere = reduce(or_, (Q(stored_text__contains=name) for name in names), Q(pk__in=()))
    rows = rows.annotate(stored_text=Cast(field, TextField())).filter(anywhere)
    yield from rows.values_list("pk", "stored_text").iterator()


def holds(value: JSON, names: Collection[str]) -> bool:
    """Whether a block of one of these names is in stored JSON; a body in a revision is JSON as text."""
    if isinstance(value, dict):
        is_block = value.get("type") in names and "value" in value
        return is_block or any(holds(part, names) for part in value.values())
    if isinstance(value, list):
        return any(holds(part, names) for part in value)
    if isinstance(value, str) and value.startswith("[") and any(name in value for name in names):
        return holds(parsed(value), names)
    return False


def parsed(text: str) -> JSON:
    try:
        return json.loads(text)
    except ValueError:  # a text that only begins like a list
        return None
