"""Rows that stay as they are once their version of the draft is published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from ..drafts.vocabulary import PUBLIC_STATES


class VersionIsPublished(ValidationError):
    """Somebody tried to change or delete what is published. The message says what to do instead."""

    def __init__(self, number: int) -> None:
        message = _(
            "Version %(number)d of the draft is published and stays as it is. "
            "Add a new version with a note on what changed."
        )
        super().__init__(message, code="version_published", params={"number": number})


class KeptQuerySet(models.QuerySet):
    """Refuses to change many rows at once where any belongs to a published version."""

    model: Any  # a KeptRow, or a version itself, which keeps the same rules

    def update(self, **changes: Any) -> int:
        self.refuse_if_published()
        return super().update(**changes)

    update.alters_data = True  # type: ignore[attr-defined]  # Django's mark

    def delete(self) -> tuple[int, dict[str, int]]:
        self.refuse_if_published()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]  # Django's marks
    delete.queryset_only = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        rows = list(objs)
        for row in rows:
            row.prepare()
        self.model.refuse_published(self.model.version_ids(rows))
        return super().bulk_create(rows, *args, **kwargs)

    def refuse_if_published(self) -> None:
        """Raise VersionIsPublished if any row belongs to a published version."""
        path = self.model.state_path
        published = self.model._base_manager.filter(
            **{"pk__in": self.order_by().values("pk"), f"{path}state__in": PUBLIC_STATES}
        )
        if (number := published.values_list(f"{path}number", flat=True).first()) is not None:
            raise VersionIsPublished(number)


class KeptRow(models.Model):
    """A part of a version of the draft: nothing is added, changed or deleted once that is published."""

    state_path: ClassVar[str]
    """Lookup that leads from the row to its version, with the underscores behind it; empty for itself."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    @classmethod
    def version_ids(cls, rows: Iterable[Any]) -> set[int]:
        """Return the primary keys of the versions that rows, stored or not, say they belong to."""
        return {row.version_id for row in rows}

    @classmethod
    def refuse_published(cls, version_ids: Iterable[int]) -> None:
        """Raise VersionIsPublished if one of the versions is."""
        from .drafts import DraftVersion  # noqa: PLC0415 -- they are kept rows themselves

        published = DraftVersion._base_manager.filter(pk__in=version_ids, state__in=PUBLIC_STATES)
        if (number := published.values_list("number", flat=True).first()) is not None:
            raise VersionIsPublished(number)

    def prepare(self) -> None:
        """Bring the row into the shape that is stored; called before it is, however that happens."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        self._refuse_if_published()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self._refuse_if_published()
        return super().delete(*args, **kwargs)

    def _refuse_if_published(self) -> None:
        """Look at the version it says it belongs to, and at that which the stored row does."""
        type(self).refuse_published(type(self).version_ids([self]))
        if self.pk is not None:
            type(self).objects.filter(pk=self.pk).refuse_if_published()
