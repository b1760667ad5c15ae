"""An activity: the facts that are the same in every language."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from ..clock import Clock
from ..derived import columns_of
from ..fuzzy import Certainty
from ..overall import certainty_of
from ..vocabulary import CERTAINTIES, Kind
from .chains import check_chain, refresh_places
from .clocks import checked_clock, site_time_zone
from .fields import FuzzyDateField, LanguagesField, PeriodField, undated
from .relations import check_relations


class Activity(DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """Something that happened, goes on or is planned, whatever the language. Its texts are rows of their own.

    A change of a fact takes effect in every language at once. Days, certainty and the place in a timeline
    are derived when it is saved.
    """

    key = models.SlugField(
        _("key"), max_length=80, unique=True, help_text=_("What frontends and files name the activity by.")
    )
    # The texts about one activity are translations of each other because they share this key.
    text_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=255, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    period = PeriodField(_("when"), default=undated)
    starts_at = models.TimeField(
        _("begins at"), null=True, blank=True, help_text=_("Only where the source names a time of day.")
    )
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=40, default=site_time_zone, help_text=_("As in Europe/Istanbul.")
    )
    actual_date = FuzzyDateField(
        _("what became of the plan"),
        null=True,
        blank=True,
        help_text=_("When a planned date really came. The plan stays as it was."),
    )
    after = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followers",
        verbose_name=_("follows"),
        help_text=_("Without a date, the activity stands behind this one."),
    )
    order_hint = models.SmallIntegerField(
        _("order"), default=0, help_text=_("Among activities of the same date, lower numbers come first.")
    )
    asserted_by = LanguagesField(
        _("languages that say so"),
        help_text=_("The language versions whose own account states it. None chosen: not recorded."),
    )
    consultation_key = models.SlugField(
        _("key of the consultation"),
        max_length=80,
        blank=True,
        help_text=_("The consultation that it belongs to, as in the list of consultations."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("Where more is told; readers are led to it in their own language."),
    )

    earliest = models.DateField(null=True, editable=False)
    latest = models.DateField(null=True, editable=False)
    certainty = models.CharField(
        _("certainty"), max_length=9, choices=CERTAINTIES, default=Certainty.OCCURRED.value, editable=False
    )
    sort_key = models.TextField(default="", editable=False)

    start_latest = models.DateField(null=True, editable=False)
    end_earliest = models.DateField(null=True, editable=False)
    first_month = models.IntegerField(null=True, editable=False)
    last_month = models.IntegerField(null=True, editable=False)
    is_span = models.BooleanField(default=False, editable=False)
    coarseness = models.PositiveSmallIntegerField(default=8, editable=False)

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.AutocompleteField("key"),
    ]

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering: ClassVar[list[str]] = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="timelines_order"),
            models.Index(fields=["earliest", "latest", "id"], name="timelines_days"),
            models.Index(fields=["kind", "certainty"], name="timelines_facets"),
            # Those that are left out are few: see domain.public_texts.
            models.Index(
                fields=["id"],
                name="timelines_hidden",
                condition=models.Q(live=False) | models.Q(expire_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.key

    @property
    def clock(self) -> Clock | None:
        """The moments of its start and end; None where no time of day is known."""
        try:
            return checked_clock(self)
        except ValidationError:
            # Its date was made vaguer since: what remains of the times says nothing.
            return None

    def clean(self) -> None:
        super().clean()
        check_chain(self)
        check_relations(self, [(row.kind, row.other_id) for row in self.relations.all()])
        checked_clock(self)
        if self.actual_date is None:
            return
        if not self.actual_date.is_known or self.actual_date.certainty is Certainty.PLANNED:
            message = _("Give the date on which it really came, or leave this empty.")
            raise ValidationError({"actual_date": message})
        if certainty_of(self.period) is not Certainty.PLANNED:
            message = _("Nothing here is planned. Say so of the date, or leave this empty.")
            raise ValidationError({"actual_date": message})

    @transaction.atomic
    def save(self, **kwargs: Any) -> None:  # Any: Django's options
        """Save with all rows, and keep what is derived from the date true: for those who follow, too."""
        # Saving a draft touches single columns only; the date in memory is then not the one that is live.
        is_whole = kwargs.get("update_fields") is None
        if is_whole:
            self._derive()
        super().save(**kwargs)
        if is_whole:
            self.sort_key = refresh_places(self)
            self.texts.update(first_month=self.first_month, last_month=self.last_month)

    def _derive(self) -> None:
        check_chain(self)
        check_relations(self, [(row.kind, row.other_id) for row in self.relations.all()])
        for name, value in columns_of(self.period).items():
            setattr(self, name, value)
        self.title = title_of(self)


def title_of(activity: Activity) -> str:
    """Return the title that editors know it by: that of the site's first language which has one."""
    if activity.pk is None:
        return ""
    titles = dict(activity.texts.values_list("locale__language_code", "title"))
    languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return next((titles[language] for language in languages if language in titles), "")
