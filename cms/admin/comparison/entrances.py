"""How one gets to the comparison: its addresses, the buttons of a page, the entries in a page's history."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, Page

from cms.admin.comparison.report import OpenFindingsReportView
from cms.admin.comparison.views import ComparisonView
from cms.domain.claim_decisions import DISMISS, REOPEN
from cms.models import User


def admin_urls() -> list[URLPattern]:
    """Return what is mounted under the admin."""
    report = "reports/language-differences/"
    return [
        path("comparison/<int:page_id>/", ComparisonView.as_view(), name="cms_comparison"),
        path(report, OpenFindingsReportView.as_view(), name="cms_open_findings"),
        path(
            f"{report}results/",
            OpenFindingsReportView.as_view(results_only=True),
            name="cms_open_findings_results",
        ),
    ]


def header_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield the way from a page's own menu to the comparison."""
    yield from more_buttons(page, user)


def more_buttons(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    """Yield the way from a page in a list to the comparison; asks no database whether there is another."""
    if page.depth <= 1 or page.alias_of_id or not page.permissions_for_user(user).can_edit():
        return
    yield Button(
        _("Compare language versions"),
        reverse("cms_comparison", args=[page.pk]),
        icon_name="wagtail-localize-language",
        priority=13,
    )


def register_log_actions(actions: LogActionRegistry) -> None:
    """Name the actions that decisions write into a page's history."""
    actions.register_action(DISMISS)(Dismissal)
    actions.register_action(REOPEN)(Reopening)


class Dismissal(LogFormatter):
    """A history entry that names the claim and quotes the reason."""

    label = gettext_lazy("Mark a difference as legitimate")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return str(_("Difference marked as legitimate: %(claim)s") % log_entry.data)

    def format_comment(self, log_entry: BaseLogEntry) -> str:
        return str(log_entry.data["reason"])


class Reopening(LogFormatter):
    """A history entry that names the claim."""

    label = gettext_lazy("Open a difference again")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return str(_("Difference opened again: %(claim)s") % log_entry.data)
