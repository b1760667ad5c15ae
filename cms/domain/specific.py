"""Pages as what they are, by primary key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigAutoField
from wagtail.models import Page

from cms.domain.statements import Question
from cms.domain.visibility import with_locale


def specific_pages(types: Mapping[int, int]) -> dict[int, Page]:
    """Return pages as their own types, by primary key, at the cost of one query for each type.

    `types` has the primary key of each page's content type. One deleted in between is not in the answer.
    """
    by_type: dict[int, list[int]] = {}
    for key, content_type in types.items():
        by_type.setdefault(content_type, []).append(key)
    return {
        page.pk: page
        for content_type, keys in by_type.items()
        for page in question_for(page_model(content_type)).ask(keys=keys)  # type: ignore[arg-type]  # a class is hashable
    }


def page_model(content_type: int) -> type[Page]:
    """Return the model of pages of a type; Page itself for one whose model is gone."""
    return ContentType.objects.get_for_id(content_type).model_class() or Page


@cache
def question_for(model: type[Page]) -> Question:
    """Return the question for pages of one type by primary key."""
    return Question(
        lambda keys: with_locale(model._default_manager.filter(pk__in=keys).order_by()), keys=BigAutoField()
    )
