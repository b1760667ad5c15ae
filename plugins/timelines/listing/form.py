"""What a reader of the list may choose by, as a form that works without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ..choosing import Choice, Days, Involved
from ..fuzzy import Certainty
from ..telling import Order
from ..vocabulary import Kind
from .offers import Offer

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


class OfferSelect(forms.Select):
    """A list of names, each of which says its language."""

    offers: Sequence[Offer] = ()

    def create_option(
        self, name: str, value: Any, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:  # Any: Django's
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        spoken = {offer.key: offer.language for offer in self.offers}
        if value in spoken:
            option["attrs"]["lang"] = spoken[value]
        return option


def offered_field(label: Any) -> forms.ChoiceField:  # Any: lazy text
    return forms.ChoiceField(label=label, required=False, widget=OfferSelect)


class ChoosingForm(forms.Form):
    """Filters of the list. What is left empty does not matter; what would find nothing is not offered."""

    search = forms.CharField(label=_("Words"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("All")), *Kind.choices], required=False)
    certainty = forms.ChoiceField(label=_("Certainty"), choices=CERTAINTIES, required=False)
    programme = offered_field(_("Part of"))
    organisation = offered_field(_("Organisation"))
    consultation = offered_field(_("Consultation"))
    from_day = day_field(_("From"))
    to_day = day_field(_("To"))
    sort = forms.ChoiceField(label=_("Order"), choices=ORDERS, required=False)

    def __init__(self, asked: QueryDict, offers: Mapping[str, Sequence[Offer]]) -> None:
        super().__init__(asked)
        for name, offered in offers.items():
            if not offered:
                del self.fields[name]
                continue
            field = cast(forms.ChoiceField, self.fields[name])
            field.choices = [("", _("All")), *((offer.key, offer.name) for offer in offered)]
            field.widget.offers = offered

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
            programme=wanted.get("programme", ""),
            organisation=Involved(wanted["organisation"]) if wanted.get("organisation") else None,
            consultation=wanted.get("consultation", ""),
            overlaps=Days(first, last) if first or last else None,
            words=wanted.get("search", ""),
        )

    @property
    def is_descending(self) -> bool:
        return self.is_valid() and self.cleaned_data["sort"] == Order.DATE_DESC.value
