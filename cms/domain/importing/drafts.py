"""From a text that was read to a page in the tree, as a draft; the only part of an import that writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, TypeVar
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.domain.importing.sources import Kind, Passage, Source
from cms.models.pages import BodyPage

AnyPage = TypeVar("AnyPage", bound=BodyPage)


@transaction.atomic
def draft_from(source: Source, *, parent: Page, model: type[AnyPage]) -> AnyPage:
    """Return a page below the parent with the source's text. It was never published, and nothing else is.

    Raises ValidationError with the code `type_not_allowed` where such a page cannot be, and with the
    fields' own codes when the page type needs more than a title and a body.
    """
    parent = parent.specific
    if model not in parent.specific_class.allowed_subpage_models() or not model.can_create_at(parent):
        names = {"type": model._meta.verbose_name, "page": parent.title}
        raise ValidationError(
            _("A page of this type (%(type)s) cannot be below “%(page)s”.") % names, code="type_not_allowed"
        )
    page = model(
        title=source.title,
        draft_title=source.title,
        locale=parent.locale,
        live=False,
        has_unpublished_changes=True,
        body=json.dumps(list(blocks_of(source.passages))),
    )
    parent.add_child(instance=page)
    page.save_revision()
    return page


def blocks_of(passages: tuple[Passage, ...]) -> Iterator[dict[str, Any]]:  # Any: JSON
    """Yield each heading as a block, and what stands between two headings as one block of text."""
    for is_heading, group in groupby(passages, key=lambda passage: passage.kind is Kind.HEADING):
        if is_heading:
            for heading in group:
                yield block("heading", {"text": heading.text, "level": str(heading.level)})
        else:
            yield block("text", "".join(passage.html for passage in group))


def block(name: str, value: object) -> dict[str, Any]:  # Any: JSON
    return {"type": name, "value": value, "id": str(uuid4())}
