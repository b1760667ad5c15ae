"""A consultation: the facts that are the same in every language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import RevisionMixin
from wagtail.search import index

from ..domain import History, Window, current_window, latest_first
from ..forms import ConsultationForm
from .policies import EditPolicy, LatePolicy, Publication
from .zones import HOME_ZONE, check_time_zone

if TYPE_CHECKING:
    from .rounds import Round


class Consultation(RevisionMixin, index.Indexed, ClusterableModel):
    """One consultation, whatever the language. Its pages hold the words; here is what must not differ.

    A change takes effect in every language at once, and each is kept as a revision.
    """

    class Kind(models.TextChoices):
        PROTOCOL = "protocol", _("Protocol")
        REGULATION = "regulation", _("Regulation")
        STRATEGY = "strategy", _("Strategy")
        REPORT = "report", _("Report")
        OTHER = "other", _("Other")

    class Participation(models.TextChoices):
        OPEN = "open", _("Everybody is asked")
        REGISTERED = "registered", _("Everybody is asked who confirms an e-mail address")
        INVITED = "invited", _("Chosen recipients are asked")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Public")
        UNLISTED = "unlisted", _("Unlisted: for whoever knows the address")
        RESTRICTED = "restricted", _("Restricted: for the invited only")

    class KnownOnlyAs(models.TextChoices):
        SENT_FOR_OPINIONS = "sent_for_opinions", _("Sent for opinions: no dates, no recipients, no outcome")

    key = models.SlugField(
        _("key"), max_length=80, unique=True, help_text=_("Names the consultation in the API; never changes.")
    )
    reference = models.CharField(
        _("reference"), max_length=40, blank=True, help_text=_("As on letters, for example EV-2026-003.")
    )
    kind = models.CharField(_("kind of draft"), max_length=12, choices=Kind.choices, default=Kind.OTHER)
    participation = models.CharField(
        _("who is asked"), max_length=12, choices=Participation.choices, default=Participation.OPEN
    )
    visibility = models.CharField(
        _("visibility"),
        max_length=10,
        choices=Visibility.choices,
        default=Visibility.PUBLIC,
        db_index=True,
        help_text=_(
            "Unlisted: in no list and no search. Restricted: does not exist for anybody who is not invited, "
            "nor do the documents of its draft."
        ),
    )
    authoritative_language = models.CharField(
        _("authoritative language"),
        max_length=12,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("The language whose text of the draft counts."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=HOME_ZONE,
        validators=[check_time_zone],
        help_text=_("Where the dates are local: an IANA name, for example Europe/Istanbul."),
    )
    known_only_as = models.CharField(
        _("historical record"),
        max_length=24,
        blank=True,
        choices=KnownOnlyAs.choices,
        help_text=_("For a past consultation of which nothing more is known. It has no rounds and no state."),
    )
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    recipients_count = models.PositiveIntegerField(_("number of recipients"), null=True, blank=True)
    responses_received = models.PositiveIntegerField(_("number of replies"), null=True, blank=True)
    publication = models.CharField(
        _("publication of opinions"),
        max_length=16,
        choices=Publication.choices,
        default=Publication.AFTER_MODERATION,
        help_text=_("When opinions are shown to readers, as far as their authors allow it."),
    )
    late_policy = models.CharField(
        _("late opinions"), max_length=16, choices=LatePolicy.choices, default=LatePolicy.ACCEPT_FLAGGED
    )
    edit_policy = models.CharField(
        _("changing what was submitted"),
        max_length=12,
        choices=EditPolicy.choices,
        default=EditPolicy.UNTIL_CLOSE,
    )
    edit_minutes = models.PositiveSmallIntegerField(
        _("for so many minutes"), default=30, validators=[MinValueValidator(1), MaxValueValidator(1440)]
    )
    grace_minutes = models.PositiveSmallIntegerField(
        _("minutes of grace"),
        default=10,
        validators=[MaxValueValidator(60)],
        help_text=_("For a form that was opened before the round closed and is sent just after."),
    )
    asks_for_proof = models.BooleanField(
        _("always ask for a proof of work"),
        default=False,
        help_text=_(
            "Against floods: the sender’s computer works for a second. It needs JavaScript, so leave it off "
            "until programs send opinions. The invited are never asked for it."
        ),
    )
    list_key = models.CharField(max_length=11, default=latest_first(None), editable=False, db_index=True)

    search_fields = [index.SearchField("key"), index.SearchField("reference"), index.AutocompleteField("key")]
    base_form_class = ConsultationForm

    fact_panels = [
        FieldPanel("key"),
        FieldPanel("reference"),
        FieldPanel("kind"),
        FieldPanel("participation"),
        FieldPanel("visibility"),
        InlinePanel("roles", label=_("Role"), heading=_("Roles")),
    ]
    draft_panels = [
        FieldPanel("authoritative_language"),
        InlinePanel("draft_versions", label=_("Version"), heading=_("Versions of the draft")),
    ]
    time_panels = [
        FieldPanel("time_zone"),
        InlinePanel("rounds", label=_("Round"), heading=_("Rounds")),
    ]
    opinion_panels = [
        FieldPanel("publication"),
        FieldPanel("late_policy"),
        FieldPanel("grace_minutes"),
        FieldPanel("edit_policy"),
        FieldPanel("edit_minutes"),
        FieldPanel("asks_for_proof"),
    ]
    history_panels = [
        FieldPanel("known_only_as"),
        MultiFieldPanel(
            [FieldPanel("sent_on"), FieldPanel("recipients_count"), FieldPanel("responses_received")],
            heading=_("What is known; empty: nobody knows"),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(fact_panels, heading=_("Consultation")),
            ObjectList(draft_panels, heading=_("Draft")),
            ObjectList(time_panels, heading=_("Dates")),
            ObjectList(opinion_panels, heading=_("Opinions")),
            ObjectList(history_panels, heading=_("Historical record")),
        ]
    )

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        constraints = [
            models.UniqueConstraint(
                fields=["reference"], condition=~models.Q(reference=""), name="one_consultation_a_reference"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.key})" if self.reference else self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row and its parts; the instants of its rounds are derived anew from dates and zone."""
        super().save(*args, **kwargs)
        rounds = list(self.rounds.get_live_queryset())
        for each in rounds:
            each.save()
        last = max((each.closes_at for each in rounds), default=None)
        self.list_key = latest_first(last)
        type(self).objects.filter(pk=self.pk).update(list_key=self.list_key)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_historical(self) -> bool:
        """Whether it is outside the course of states, because too little is known of it."""
        return bool(self.known_only_as)

    @property
    def windows(self) -> tuple[Window, ...]:
        return tuple(each.window for each in self.rounds.all())

    def current_round(self, now: datetime) -> Round | None:
        """Return the round that matters at an instant; see domain.current_window."""
        by_window = {each.window: each for each in self.rounds.all()}
        window = current_window(now, windows=by_window)
        return by_window[window] if window else None

    @property
    def history(self) -> History:
        return History(self.sent_on, self.recipients_count, self.responses_received)
