"""A round of a consultation: from its opening to its closing date."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ..domain import FIRST_DAY, LAST_DAY, Period, Window

WITHIN_REACH = [MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)]


class Round(models.Model):
    """A time in which opinions are taken on one draft. Another draft is another round.

    Dates and times are local to the consultation's zone. `opens_at` and `closes_at` are derived from
    them whenever the row is stored: the first instant that is in time, and the first that is too late.
    """

    consultation = ParentalKey("consultation.Consultation", on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(_("number"), default=1, validators=[MinValueValidator(1)])
    opens_on = models.DateField(_("opening date"), validators=WITHIN_REACH)
    opens_time = models.TimeField(
        _("opening time"), null=True, blank=True, help_text=_("Only if one is announced.")
    )
    closes_on = models.DateField(
        _("closing date"),
        validators=WITHIN_REACH,
        help_text=_("The last day. Without a closing time the round runs to the end of it."),
    )
    closes_time = models.TimeField(
        _("closing time"), null=True, blank=True, help_text=_("Only if one is announced.")
    )
    accept_until = models.DateField(
        _("late opinions are kept until"),
        null=True,
        blank=True,
        validators=WITHIN_REACH,
        help_text=_("The last day, where the consultation keeps late opinions until a date."),
    )
    opens_at = models.DateTimeField(editable=False)
    closes_at = models.DateTimeField(editable=False)
    closed_early_at = models.DateTimeField(_("closed early"), null=True, blank=True, editable=False)
    suspended_at = models.DateTimeField(_("suspended"), null=True, blank=True, editable=False)

    panels = [
        FieldPanel("number"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("opens_time")]),
        FieldRowPanel([FieldPanel("closes_on"), FieldPanel("closes_time")]),
        FieldPanel("accept_until"),
    ]

    class Meta:
        ordering = ["number"]
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        permissions = [
            ("close_announced_round", _("Can close a round before the date that invitations told"))
        ]
        indexes = [models.Index(fields=["opens_at", "closes_at"], name="consultation_round_window")]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="one_round_a_number"),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="round_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.opens_on} – {self.closes_on}"

    def clean(self) -> None:
        super().clean()
        if self.closes_time == time.min:
            raise ValidationError(
                {
                    "closes_time": _(
                        "00:00 can mean either end of the day. Leave the time empty to close at the end of "
                        "the closing date, or give the date before."
                    )
                }
            )
        if self.opens_on and self.closes_on and self.period.ends <= self.period.starts:
            raise ValidationError(
                {"closes_on": _("The round closes before it opens. Give a later closing date or time.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        window = self.period.window(zone=self.consultation.zone)
        self.opens_at = window.opens_at
        self.closes_at = min(window.closes_at, self.closed_early_at or window.closes_at)
        super().save(*args, **kwargs)

    @property
    def period(self) -> Period:
        return Period(self.opens_on, self.closes_on, self.opens_time, self.closes_time)

    @property
    def window(self) -> Window:
        return Window(self.opens_at, self.closes_at, self.suspended_at)
