"""The form of an activity: dates as EDTF, what EDTF cannot say beside them, refusals that say what to do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .consultations import check_consultation
from .date_widget import GuidedDateInput
from .edtf import MAX_LENGTH
from .fuzzy import Certainty, Duration, EndState, FuzzyDate, Part, Period, TemporalMode
from .models.fields import refused
from .models.relations import check_relations
from .refusals import DateError
from .vocabulary import CERTAINTIES, END_STATES, MODES, PARTS

FIELDS_AT_FAULT = {
    "PERIOD_END_MISSING": "end",
    "PERIOD_END_NOT_EXPECTED": "end_state",
    "PERIOD_OPEN_START_ALONE": "end_state",
    "PERIOD_POINT_WITH_END": "temporal_mode",
    "PERIOD_REVERSED": "end",
    "PERIOD_START_NOT_EXPECTED": "starts_open",
}


def edtf_field(label: Any) -> forms.CharField:  # Any: lazy text
    help_text = _("As EDTF: 2010-04-06, 2010-04, 2010, about 2009~, perhaps 2009?, 198X. Empty: not known.")
    widget = GuidedDateInput()
    return forms.CharField(
        label=label, max_length=MAX_LENGTH, required=False, help_text=help_text, widget=widget
    )


def part_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Part of the year or month"), choices=PARTS, required=False)


def certainty_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Certainty"), choices=CERTAINTIES, required=False)


def source_field() -> forms.CharField:
    return forms.CharField(label=_("Source of the date"), max_length=500, required=False)


class PeriodForm(forms.Form):
    """Reads start, end and length of time into one period. What does not make one is refused at its field."""

    start = edtf_field(_("Date, or start"))
    start_part = part_field()
    start_certainty = certainty_field()
    start_source = source_field()
    temporal_mode = forms.ChoiceField(label=_("How it takes up the date"), choices=MODES, required=False)
    end_state = forms.ChoiceField(label=_("End"), choices=END_STATES, required=False)
    end = edtf_field(_("Date of the end"))
    end_part = part_field()
    end_certainty = certainty_field()
    end_source = source_field()
    starts_open = forms.BooleanField(
        label=_("There was no start, only an end (“until 2011”)"), required=False
    )
    duration = forms.CharField(
        label=_("Length of time"),
        required=False,
        max_length=20,
        help_text=_("Where only that is said, as P30Y, P1Y6M, P2W or P10D: “for about 30 years”."),
    )
    duration_is_approximate = forms.BooleanField(label=_("About that long"), required=False)
    duration_anchor = edtf_field(_("Counted back from"))
    actual_date = edtf_field(_("When it really came"))
    actual_date_part = part_field()
    actual_date_source = source_field()

    def period(self, before: Period) -> Period | None:
        """Return the period, or None after saying at which field it fails."""
        start = self.date("start", before=before.start) or FuzzyDate.unknown(
            certainty=self._certainty("start")
        )
        end = self.date("end", before=before.end)
        duration = self._duration()
        if self.errors:
            return None
        try:
            if duration and not start.is_known:
                return Period.lasting(duration)
            return Period(
                start,
                end,
                EndState(self.cleaned_data["end_state"] or EndState.NONE),
                TemporalMode(self.cleaned_data["temporal_mode"] or TemporalMode.POINT),
                starts_open=self.cleaned_data["starts_open"],
                duration=duration,
            )
        except DateError as error:
            self.add_error(FIELDS_AT_FAULT.get(error.code), refused(error))
            return None

    def date(self, name: str, *, before: FuzzyDate | None) -> FuzzyDate | None:
        """Return the date that the fields of this name make; None for none, or after refusing it."""
        text = self.cleaned_data.get(name, "").strip()
        if not text:
            return None
        try:
            date = FuzzyDate.parse(
                text,
                part=Part(self.cleaned_data[f"{name}_part"]) if self.cleaned_data[f"{name}_part"] else None,
                certainty=self._certainty(name),
                source_note=self.cleaned_data[f"{name}_source"],
            )
        except DateError as error:
            self.add_error(name, refused(error))
            return None
        return with_own_words(date, before)

    def _certainty(self, name: str) -> Certainty:
        return Certainty(self.cleaned_data.get(f"{name}_certainty") or Certainty.OCCURRED)

    def _duration(self) -> Duration | None:
        length = self.cleaned_data.get("duration", "").strip().upper()
        if not length:
            return None
        try:
            anchor = FuzzyDate.parse(self.cleaned_data.get("duration_anchor", ""))
        except DateError as error:
            self.add_error("duration_anchor", refused(error))
            return None
        try:
            return Duration(length, anchor, approximate=self.cleaned_data["duration_is_approximate"])
        except DateError as error:
            is_adrift = error.code == "DURATION_ANCHOR_MISSING"
            self.add_error("duration_anchor" if is_adrift else "duration", refused(error))
            return None


class ActivityForm(WagtailAdminModelForm, PeriodForm):
    """The form of an activity: its period, and when a plan really came."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's signature
        super().__init__(*args, **kwargs)
        self.initial.update(initial_of(self.instance.period, self.instance.actual_date))

    def clean(self) -> dict[str, Any]:  # Any: as below
        super().clean()
        self._check_relations()
        self._check_consultation()
        actual_date = self.date("actual_date", before=self.instance.actual_date)
        period = self.period(self.instance.period)
        if period is not None:
            self.instance.period = period
        # In place: Wagtail's forms for drafts do not look at what is returned.
        self.cleaned_data["actual_date"] = actual_date
        cleaned: dict[str, Any] = self.cleaned_data  # Any: cleaned values
        return cleaned

    def _check_consultation(self) -> None:
        # A consultation that is gone must not keep somebody from correcting a date.
        if "consultation_key" not in self.changed_data:
            return
        try:
            check_consultation(self.cleaned_data.get("consultation_key", ""))
        except ValidationError as error:
            self.add_error(None, error)

    def _check_relations(self) -> None:
        # The activity itself has the rows only when the form is saved, too late to answer with a form.
        rows = [row for row in self.formsets["relations"].forms if row.is_valid() and row.cleaned_data]
        kept = [row.instance for row in rows if not row.cleaned_data.get("DELETE")]
        try:
            check_relations(self.instance, [(row.kind, row.other_id) for row in kept])
        except ValidationError as error:
            self.add_error(None, error)


def initial_of(period: Period, actual_date: FuzzyDate | None) -> dict[str, object]:
    """Return what the fields show of a stored period."""
    duration = period.duration
    return {
        **date_initial("start", period.start),
        **date_initial("end", period.end),
        **date_initial("actual_date", actual_date),
        "temporal_mode": period.temporal_mode.value,
        "end_state": period.end_state.value,
        "starts_open": period.starts_open,
        "duration": duration.iso8601 if duration else "",
        "duration_is_approximate": bool(duration and duration.approximate),
        "duration_anchor": duration.anchor.edtf if duration else "",
    }


def date_initial(name: str, date: FuzzyDate | None) -> dict[str, object]:
    date = date or FuzzyDate.unknown()
    return {
        name: date.edtf,
        f"{name}_part": date.part.value if date.part else "",
        f"{name}_certainty": date.certainty.value,
        f"{name}_source": date.source_note,
    }


def with_own_words(date: FuzzyDate, before: FuzzyDate | None) -> FuzzyDate:
    """Return the date with the words of its own that it had; another date has none yet."""
    if before is None or (date.edtf, date.part) != (before.edtf, before.part):
        return date
    return FuzzyDate(date.edtf, date.part, date.certainty, before.display_override, date.source_note)
