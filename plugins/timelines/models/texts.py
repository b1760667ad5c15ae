"""What is told of an activity in one language: the part that translators work on."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from cms.api import fold

from .activities import Activity, title_of


class ActivityText(TranslatableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """The words for an activity in one language, with drafts of their own.

    They are published without touching the facts, and the facts without them. An activity is shown in those
    languages in which it has a text that is published.
    """

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="texts", verbose_name=_("activity")
    )
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), max_length=2000, blank=True)
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("Empty where this version does not name it.")
    )
    organiser = models.CharField(
        _("organiser, in words"),
        max_length=255,
        blank=True,
        help_text=_("Where there is no record of an organisation to choose."),
    )
    participants = models.TextField(
        _("participants, in words"),
        max_length=1000,
        blank=True,
        help_text=_("Where there is no record of an organisation to choose."),
    )
    # What a reader's search is compared with: each spelling in one form.
    folded_words = models.TextField(default="", editable=False)
    folded_place = models.TextField(default="", editable=False)
    # The months of the activity, so that counting tens of thousands reads one index and joins nothing.
    first_month = models.IntegerField(null=True, editable=False)
    last_month = models.IntegerField(null=True, editable=False)

    panels: ClassVar[list[Any]] = [
        FieldPanel("activity"),
        *(FieldPanel(name) for name in ("title", "summary", "place", "organiser", "participants")),
        PublishingPanel(),
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("summary"),
        index.SearchField("place"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("text of an activity")
        verbose_name_plural = _("texts of activities")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["locale", "first_month", "last_month", "activity", "live", "expire_at"],
                name="timelines_counting",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def full_clean(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's options
        self._join_translations()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's options
        self._join_translations()
        is_whole = kwargs.get("update_fields") is None
        if is_whole:
            self._derive()
        super().save(*args, **kwargs)
        if is_whole:
            self.activity.title = title_of(self.activity)
            self.activity.save(update_fields=["title"])

    def _derive(self) -> None:
        self.first_month, self.last_month = self.activity.first_month, self.activity.last_month
        language = self.locale.language_code
        told = (self.title, self.summary, self.place, self.organiser, self.participants)
        self.folded_words = fold("\n".join(told), language=language)
        self.folded_place = fold(self.place, language=language)

    def _join_translations(self) -> None:
        if self.activity_id is not None:
            self.translation_key = self.activity.text_key
