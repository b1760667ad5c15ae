"""The report of pages whose published language versions disagree and nobody has decided on it yet."""

from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, LocaleColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from cms.domain.claims import findings_by_work
from cms.translation import rights
from cms.translation.rights import AnyUser


class OpenFindingsReportView(ReportView):
    """One row for each work: its first version that the person may edit, and how many findings are open."""

    model = Page
    any_permission_required = ["add", "change", "publish"]
    page_title = _("Differences between language versions")
    header_icon = "wagtail-localize-language"
    index_url_name = "cms_open_findings"
    index_results_url_name = "cms_open_findings_results"
    no_results_message = _("No published versions disagree, or all differences are decided.")
    columns = [
        TitleColumn(
            "title",
            label=_("Page"),
            accessor="get_admin_display_title",
            get_url=lambda page: reverse("cms_comparison", args=[page.pk]),
        ),
        LocaleColumn(label=_("Language"), sort_key=None),
        Column("open_findings", label=_("Open differences")),
    ]

    @cached_property
    def open_counts(self) -> dict[Any, int]:  # Any: translation keys
        published = Page.objects.live().filter(alias_of__isnull=True)
        readable = published.exclude(pk__in=rights.unreadable(self.request.user, published).values("pk"))
        found = findings_by_work(readable)
        counts = {key: sum(finding.is_open for finding in findings) for key, findings in found.items()}
        return {key: count for key, count in counts.items() if count}

    def get_queryset(self) -> PageQuerySet[Page]:
        """Return the first version of each work that the person may edit, in the order of the alphabet."""
        editable = editable_pages(self.request.user).live()
        firsts: dict[Any, int] = {}  # Any: translation keys
        versions = editable.filter(translation_key__in=list(self.open_counts), alias_of__isnull=True)
        for key, pk in versions.order_by("pk").values_list("translation_key", "pk"):
            firsts.setdefault(key, pk)
        pages: PageQuerySet[Page] = Page.objects.filter(pk__in=firsts.values())
        return pages.select_related("locale").order_by("language_version__sort_key", "pk")

    def decorate_paginated_queryset(self, object_list: PageQuerySet[Page]) -> list[Page]:
        """Return the pages of one screen with the number that their row shows."""
        pages = list(object_list)
        for page in pages:
            page.open_findings = self.open_counts[page.translation_key]
        return pages


class OpenFindingsMenuItem(MenuItem):
    """The entry under Reports, for those who may edit a page."""

    def is_shown(self, request: Any) -> bool:  # Any: Wagtail's request with a user
        return bool(editable_pages(request.user).exists())


def menu_item() -> OpenFindingsMenuItem:
    """Return the entry under Reports."""
    return OpenFindingsMenuItem(
        _("Differences between languages"),
        reverse_lazy("cms_open_findings"),
        name="open-findings",
        icon_name="wagtail-localize-language",
        order=720,
    )


def editable_pages(user: AnyUser) -> PageQuerySet[Page]:
    policy = policy_registry.get_by_type(Page)
    pages: PageQuerySet[Page] = policy.instances_user_has_any_permission_for(
        user, {"add", "change", "publish"}
    )
    return pages
