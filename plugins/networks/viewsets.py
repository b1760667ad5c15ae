"""The plugin's part of the admin: a menu with the records and their texts."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from plugins.networks import panels
from plugins.networks.models import (
    Concept,
    EntryCorrection,
    EntryReview,
    LinkState,
    Organisation,
    OrganisationText,
)
from plugins.networks.searching import LONGEST_QUESTION, question
from plugins.networks.selecting import IsAmong, found_ids
from plugins.networks.vocabulary import BodyType, Kind, LinkStatus, Status


def searched(organisations: QuerySet[Organisation], text: str) -> QuerySet[Organisation]:
    """Return those records, drafts included, that a reader's search would find if they were public."""
    language = settings.LANGUAGE_CODE
    try:
        asked = question(text[:LONGEST_QUESTION], language=language)
    except ValueError:
        return organisations.none()
    everything = BitMap(organisations.order_by().values_list("pk", flat=True))
    return organisations.filter(IsAmong("pk", found_ids(asked, everything)))


class OrganisationFilters(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices)
    body_type = django_filters.ChoiceFilter(label=_("Sort of body"), choices=BodyType.choices)
    status = django_filters.ChoiceFilter(label=_("Status"), choices=Status.choices)
    live = django_filters.BooleanFilter(label=_("Published"))

    class Meta:
        model = Organisation
        fields = ("kind", "body_type", "status", "country", "live")


class OrganisationIndexView(IndexView):
    """The list of records, searched as readers search it: folded, in all names."""

    is_searchable = True

    def search_queryset(self, queryset: QuerySet[Organisation]) -> QuerySet[Organisation]:
        return searched(queryset, self.search_query) if self.is_searching else queryset


class SearchNames(BaseFilterForm):
    """The search of the chooser."""

    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput({"placeholder": _("Search")}), required=False
    )

    def filter(self, objects: Any) -> Any:  # Any: a queryset of records
        objects = super().filter(objects)
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return searched(objects, self.search_query) if self.is_searching else objects


class ChooseOrganisation(ChooseView):
    filter_form_class = SearchNames


class OrganisationResults(ChooseResultsView):
    filter_form_class = SearchNames


class OrganisationChooser(SnippetChooserViewSet):
    choose_view_class = ChooseOrganisation
    choose_results_view_class = OrganisationResults


class ToolsColumn(Column):
    """Leads to the picture of a record’s relations, and from there to its dates."""

    cell_template_name = "networks/admin/tools_cell.html"


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Records")
    edit_handler = panels.ORGANISATION
    index_view_class = OrganisationIndexView
    chooser_viewset_class = OrganisationChooser
    filterset_class = OrganisationFilters
    list_display = (
        "__str__",
        "kind",
        "status",
        "country",
        ToolsColumn("relations", label=_("Relations"), accessor="key"),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    )
    list_per_page = 50
    list_export = ("key", "title", "kind", "body_type", "status", "country", "confidence")
    ordering = ("title",)


class OrganisationTextViewSet(SnippetViewSet):
    model = OrganisationText
    icon = "doc-full"
    menu_label = _("Texts")
    list_display = ("__str__", LocaleColumn(), UpdatedAtColumn(), LiveStatusTagColumn())
    search_fields = ("summary", "organisation__title")
    list_select_related = ("organisation",)


class ConceptViewSet(SnippetViewSet):
    model = Concept
    icon = "tag"
    menu_label = _("Taxonomies")
    list_display = ("__str__", "key", "notation", "broader")
    list_filter = ("scheme",)
    list_per_page = 100
    search_fields = ("key", "notation")


class EntryReviewViewSet(SnippetViewSet):
    """Who may see the contacts is a permission of its own; lists and exports leave their addresses out."""

    model = EntryReview
    icon = "calendar-check"
    menu_label = _("Reviews")
    list_display = ("__str__", "last_confirmed_at", "contact_language")
    list_export = ("organisation", "last_confirmed_at")
    list_select_related = ("organisation",)
    search_fields = ("organisation__title",)


class ModerationPolicy(ModelPermissionPolicy):
    """Deciding on corrections is a permission of its own; nobody writes any in the admin."""

    ACTIONS: ClassVar[dict[str, str]] = {"view": "moderate", "change": "moderate", "delete": "delete"}

    def _get_permission_name(self, action: str) -> str:
        name: str = super()._get_permission_name(self.ACTIONS.get(action, action))
        return name

    def user_has_permission(self, user: Any, action: str) -> bool:  # Any: a user
        return action in self.ACTIONS and bool(super().user_has_permission(user, action))


register_permission_policy(EntryCorrection, ModerationPolicy(EntryCorrection))


class EntryCorrectionViewSet(SnippetViewSet):
    """What contacts say is wrong, the newest first."""

    model = EntryCorrection
    icon = "comment"
    menu_label = _("Corrections")
    list_display = ("__str__", "message", "proposed_at", "state")
    list_filter = ("state",)
    list_select_related = ("organisation",)


class LinkFilters(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=LinkStatus.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = LinkState
        fields = ("status",)


class LinkStateViewSet(SnippetViewSet):
    """The queue of addresses that need a person: what failed most stands first."""

    model = LinkState
    icon = "link"
    menu_label = _("Links")
    list_display = ("url", "status", "failed_days", "last_alive_at", "detail")
    filterset_class = LinkFilters
    search_fields = ("url",)
    ordering = ("-failed_days", "url")
    list_export = ("url", "status", "failed_days", "checked_at", "last_alive_at", "redirects_to")


class NetworksGroup(SnippetViewSetGroup):
    items = (
        OrganisationViewSet,
        OrganisationTextViewSet,
        ConceptViewSet,
        EntryReviewViewSet,
        EntryCorrectionViewSet,
        LinkStateViewSet,
    )
    menu_label = _("Networks")
    menu_icon = "group"
    menu_name = "networks"


networks = NetworksGroup()
