"""What a reader of the list may choose by, as a form that works without JavaScript."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choosing import Choice, Days
from ..fuzzy import Certainty
from ..telling import Order
from ..vocabulary import Kind

CERTAINTIES = (
    ("", _("All")),
    (Certainty.OCCURRED.value, _("Facts")),
    (Certainty.PLANNED.value, _("Plans")),
    (Certainty.ESTIMATED.value, _("Estimates")),
)
ORDERS = ((Order.DATE_ASC.value, _("Oldest first")), (Order.DATE_DESC.value, _("Newest first")))


def day_field(label: Any) -> forms.DateField:  # Any: lazy text
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=False, widget=widget, input_formats=["%Y-%m-%d"])


class ChoosingForm(forms.Form):
    """Filters of the list. What is left empty does not matter."""

    search = forms.CharField(label=_("Words"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("All")), *Kind.choices], required=False)
    certainty = forms.ChoiceField(label=_("Certainty"), choices=CERTAINTIES, required=False)
    from_day = day_field(_("From"))
    to_day = day_field(_("To"))
    sort = forms.ChoiceField(label=_("Order"), choices=ORDERS, required=False)

    def clean(self) -> dict[str, Any]:  # Any: cleaned values
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("from_day"), cleaned.get("to_day")
        if first and last and first > last:
            self.add_error("to_day", _("This day is before the first one. Put the earlier day first."))
        return cleaned

    @property
    def choice(self) -> Choice:
        """What was chosen; of a wish that was refused, nothing."""
        wanted = self.cleaned_data if self.is_valid() else {}
        first, last = wanted.get("from_day"), wanted.get("to_day")
        return Choice(
            kinds=(wanted["kind"],) if wanted.get("kind") else (),
            certainties=(wanted["certainty"],) if wanted.get("certainty") else (),
            overlaps=Days(first, last) if first or last else None,
            words=wanted.get("search", ""),
        )

    @property
    def is_descending(self) -> bool:
        return self.is_valid() and self.cleaned_data["sort"] == Order.DATE_DESC.value
