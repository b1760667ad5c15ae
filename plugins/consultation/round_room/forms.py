"""What an officer fills in to change a round."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..models import Round, RoundChange
from .changing import Change, possible

VERBS = {
    RoundChange.What.EXTENDED: _("Extend"),
    RoundChange.What.SUSPENDED: _("Suspend"),
    RoundChange.What.RESUMED: _("Resume"),
    RoundChange.What.CLOSED_EARLY: _("Close early, with the next full minute"),
}


class ChangeForm(forms.Form):
    """One change. What cannot be done to the round as it is now is not offered."""

    what = forms.ChoiceField(label=_("What to do"), widget=forms.RadioSelect)
    closes_on = forms.DateField(
        label=_("New closing date"),
        required=False,
        help_text=_("To extend and to resume."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    closes_time = forms.TimeField(
        label=_("closing time"),
        required=False,
        help_text=_("Only if one is announced."),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    reason = forms.CharField(
        label=_("reason"),
        max_length=2000,
        help_text=_("Readers are told it."),
        widget=forms.Textarea({"rows": 3}),
    )
    language = forms.ChoiceField(label=_("language of the reason"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, each: Round, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(what.value, VERBS[what]) for what in possible(each, now)]
        self.fields["what"].choices = offered  # type: ignore[attr-defined]  # of a ChoiceField

    @property
    def change(self) -> Change:
        given = self.cleaned_data
        return Change(
            what=RoundChange.What(given["what"]),
            reason=given["reason"],
            language=given["language"],
            closes_on=given["closes_on"],
            closes_time=given["closes_time"],
        )
