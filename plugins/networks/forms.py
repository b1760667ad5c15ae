"""What an editor's form refuses beyond what each row refuses by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from plugins.networks.hierarchy import UPWARDS, cycle_in
from plugins.networks.models.relations import OrganisationRelation


class OrganisationForm(WagtailAdminModelForm):
    """The form of a record with its rows."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        return self._prefers_one_name_a_language() and self._stands_above_others_only()

    def _prefers_one_name_a_language(self) -> bool:
        names = self.formsets["names"]
        kept = [form.cleaned_data for form in names.forms if form not in names.deleted_forms]
        preferred = Counter(row.get("language") for row in kept if row.get("is_preferred"))
        if all(count == 1 for count in preferred.values()):
            return True
        self.add_error(None, _("Prefer at most one name in each language."))
        return False

    def _stands_above_others_only(self) -> bool:
        relations = self.formsets["relations"]
        rows = [form.cleaned_data for form in relations.forms if form not in relations.deleted_forms]
        targets = [(row["kind"], row["target"].pk) for row in rows if row.get("target")]
        if not closes_cycle(self.instance.pk, targets):
            return True
        self.add_error(None, _("By these relations the record would stand above, or come before, itself."))
        return False


def closes_cycle(pk: int | None, targets: Iterable[tuple[str, int]]) -> bool:
    """Whether these relations of a record, with those of all others, lead back to it."""
    others = OrganisationRelation.objects.filter(kind__in=UPWARDS, target__isnull=False)
    saved = others.exclude(organisation=pk).values_list("organisation_id", "kind", "target_id")
    own = [(pk, kind, target) for kind, target in targets]
    return bool(cycle_in([*saved, *own], pk))
