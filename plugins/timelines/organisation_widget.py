"""The control for an organisation's key: a chooser where there is a list, else a text field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext as _
from wagtail.snippets.widgets import AdminSnippetChooser

from .organisations import keeps_organisations

UNLISTED = "key:"


class OrganisationKeyChooser(AdminSnippetChooser):
    """Chooses an organisation and keeps its key. A key that is not in the list is shown, and stays."""

    def get_instance(self, value: Any) -> Any:  # Any: a key; an organisation
        return self.model.objects.filter(key=value).first() if value else None

    def get_value_data(self, value: str | None) -> dict[str, Any] | None:  # Any: Wagtail's description
        found: dict[str, Any] | None = super().get_value_data(value)
        if found is None and value:
            title = _("%(key)s (not in the list of organisations)") % {"key": value}
            return {"id": f"{UNLISTED}{value}", "edit_url": "", self.display_title_key: title}
        return found

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> str | None:  # Any: Django's
        sent: str | None = super().value_from_datadict(data, files, name)
        if sent and sent.startswith(UNLISTED):
            return sent.removeprefix(UNLISTED)
        # A chooser sends primary keys, whoever types without one sends the key itself.
        chosen = self.model.objects.filter(pk=int(sent)).first() if sent and sent.isdecimal() else None
        return chosen.key if chosen else sent


def organisation_input() -> forms.Widget:
    """Return the control. Models have to be ready."""
    if not keeps_organisations():
        return forms.TextInput()
    return OrganisationKeyChooser(apps.get_model("networks", "Organisation"))
