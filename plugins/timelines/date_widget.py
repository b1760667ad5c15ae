"""The control for a date: year, then month, then day, and how sure; EDTF itself for those who know it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

DOUBTS = (
    ("", _("stated plainly")),
    ("~", _("about (~)")),
    ("?", _("not sure (?)")),
    ("%", _("about, and not sure (%)")),
)


class GuidedDateInput(forms.TextInput):
    """A field of EDTF. A script shows the guided fields and writes into it; without one, it is typed."""

    template_name = "timelines/admin/date_input.html"

    class Media:
        js = ("timelines/guided.js",)
        css = {"all": ("timelines/guided.css",)}

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:  # Any: Django's
        return {**super().get_context(name, value, attrs), "months": MONTHS.items(), "doubts": DOUBTS}
