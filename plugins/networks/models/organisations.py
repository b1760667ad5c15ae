"""The body itself: what is true of it in every language."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from plugins.networks.freshness import DEFAULT_REVIEW_MONTHS
from plugins.networks.models.concepts import Concept
from plugins.networks.models.fields import LanguagesField, check_country
from plugins.networks.models.indexing import forget_entries, refresh_entries
from plugins.networks.models.relations import OrganisationRelation
from plugins.networks.naming import shown_name
from plugins.networks.vocabulary import BodyType, Confidence, Kind, Status
from plugins.networks.words import WordsField


class Organisations(models.QuerySet["Organisation"]):
    """Records that leave no trace in the sets of words when they are deleted."""

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        forget_entries(self.values_list("pk", flat=True))
        return super().delete()


class Organisation(DraftStateMixin, RevisionMixin, ClusterableModel):
    """An organisation, a network or a programme: one table, because a network can be a member of a network.

    Its names, dates, places, relations, links and sources are rows of their own that belong to its
    revisions: a draft of them is a draft of all, and publishing it publishes both languages' facts.
    """

    key = models.SlugField(
        _("key"), max_length=80, unique=True, help_text=_("What frontends and files name the record by.")
    )
    # The texts about one body are translations of each other because they share this key.
    text_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=255, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    body_type = models.CharField(_("sort of body"), max_length=30, choices=BodyType.choices, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.UNCONFIRMED)
    country = models.CharField(
        _("country of its seat"),
        max_length=3,
        blank=True,
        validators=[check_country],
        help_text=_("ISO 3166-1, three letters."),
    )
    concepts = ParentalManyToManyField(
        Concept, verbose_name=_("concepts"), blank=True, related_name="organisations"
    )
    service_languages = LanguagesField(_("languages of service"))
    review_months = models.PositiveSmallIntegerField(
        _("months between reviews"),
        default=DEFAULT_REVIEW_MONTHS,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_(
            "After this time the entry has to be confirmed, after half as long again it is out of date."
        ),
    )
    scope_words = WordsField(_("where it works, in words"))
    confidence = models.CharField(
        _("confidence"), max_length=6, choices=Confidence.choices, default=Confidence.LOW
    )
    note = models.TextField(_("note for editors"), blank=True)
    # What still names this record, once it is withdrawn, means that one.
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="merged",
    )

    relations: Any  # the manager of the rows, which are also set

    objects = Organisations.as_manager()

    class Meta:
        verbose_name = _("organisation, network or programme")
        verbose_name_plural = _("organisations, networks and programmes")
        ordering: ClassVar[list[str]] = ["title", "pk"]
        indexes = [models.Index(fields=["kind", "status", "country"], name="networks_facets")]

    def __str__(self) -> str:
        return self.title or self.key

    @transaction.atomic
    def save(self, **kwargs: Any) -> None:  # Any: Django's options
        """Save with all rows, and keep what lists are sorted and searched by true to the names."""
        # Saving a draft touches single columns only: nothing that readers see has changed.
        if kwargs.get("update_fields") is not None:
            super().save(**kwargs)
            return
        self.title = self._title()
        self._relate_to_survivors()
        before = self._neighbour_ids()
        super().save(**kwargs)
        refresh_entries({self.pk} | before | self._neighbour_ids())

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:  # Any: Django's options
        forget_entries([self.pk])
        return super().delete(*args, **kwargs)

    @property
    def stands_for(self) -> int:
        """Return the primary key of the record that is meant: of one merged away, that which was kept."""
        return self.merged_into_id if self.merged_into_id and not self.live else self.pk

    def _relate_to_survivors(self) -> None:
        """Let relations, which may come from an old draft, lead to the records that merges have kept."""
        rows = list(self.relations.all())
        kept = survivors("pk", [row.target_id for row in rows if row.target_id])
        for row in rows:
            row.target_id = kept.get(row.target_id, row.target_id)
        if kept:
            self.relations = [row for row in rows if row.target_id != self.pk]

    def _neighbour_ids(self) -> set[int]:
        """Return the records that this one says it is related to, as saved: it is found under them."""
        saved = OrganisationRelation.objects.filter(organisation=self.pk, target__isnull=False)
        return set(saved.values_list("target_id", flat=True)) if self.pk else set()

    def _title(self) -> str:
        name = shown_name(self.names.all(), language=settings.LANGUAGE_CODE)
        return name.text if name else ""


def survivors(field: str, values: Iterable[Any]) -> dict[Any, int]:  # Any: values of a column
    """Return those of the values of `pk` or `key` whose records were merged away, with who stands for them.

    A withdrawn record that was published again stands for itself. One query; none without values.
    """
    asked = list(values)
    gone = Organisation.objects.filter(live=False, merged_into__isnull=False).order_by()
    return dict(gone.filter(**{f"{field}__in": asked}).values_list(field, "merged_into")) if asked else {}
