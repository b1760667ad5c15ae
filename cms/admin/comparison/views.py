"""The page that shows two language versions beside each other, and takes decisions on their differences."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.admin.comparison.rows import Row, rows_of
from cms.admin.comparison.texts import pairs_of
from cms.admin.comparison.versions import Side, readable_versions, side_of
from cms.domain.claim_decisions import dismiss, reopen
from cms.domain.claims import Finding
from cms.models import User

DRAFTS = "drafts"


class ComparisonView(WagtailAdminTemplateMixin, TemplateView):
    """Compares what is published, or the latest drafts if asked to. Decisions are about what is published."""

    template_name = "cms/admin/comparison.html"
    page_title = gettext_lazy("Language versions side by side")
    header_icon = "wagtail-localize-language"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if self.page not in self.versions or not any(side.is_editable for side in self.sides):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Dismiss a finding with a reason, or open it again."""
        finding = self.finding_asked_about()
        user = cast(User, request.user)
        if finding is None:
            messages.error(
                request, _("The versions have changed since you were shown them. Look at them again.")
            )
            return redirect(self.address())
        if "reopen" in request.POST:
            reopen(finding, page=self.page, user=user)
            messages.success(request, _("The difference is open again."))
            return redirect(self.address())
        try:
            dismiss(finding, page=self.page, reason=request.POST.get("reason", ""), user=user)
        except ValidationError as refusal:
            refused = {"refused_key": finding.key, "refusal": refusal.messages[0]}
            return self.render_to_response(self.get_context_data(**refused), status=422)
        messages.success(request, _("The difference is marked as legitimate."))
        return redirect(self.address())

    def finding_asked_about(self) -> Finding | None:
        """Return the finding that the form names; None when it has changed or gone since it was shown."""
        asked = (self.request.POST.get("claim"), self.request.POST.get("fingerprint"))
        published = () if self.compares_drafts else self.rows
        named = (
            row.finding for row in published if row.finding and asked == (row.key, row.finding.fingerprint)
        )
        return next(named, None)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"], depth__gt=1, alias_of__isnull=True)

    @cached_property
    def versions(self) -> list[Page]:
        return readable_versions(self.page, user=self.request.user)

    @cached_property
    def others(self) -> list[Page]:
        return [version for version in self.versions if version.pk != self.page.pk]

    @cached_property
    def other(self) -> Page | None:
        wanted = self.request.GET.get("language")
        chosen = (version for version in self.others if version.locale.language_code == wanted)
        return next(chosen, None) or next(iter(self.others), None)

    @property
    def compares_drafts(self) -> bool:
        return self.request.GET.get("versions") == DRAFTS

    @cached_property
    def sides(self) -> list[Side]:
        """The versions that are compared, the original first; one alone where there is no other."""
        shown = [self.page, *([self.other] if self.other else [])]
        ordered = sorted(shown, key=lambda version: version.pk)
        return [side_of(version, user=self.request.user, drafts=self.compares_drafts) for version in ordered]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return rows_of(*self.sides) if len(self.sides) == 2 else ()

    def address(self, **changes: str) -> str:
        """Return the address of this comparison, with other choices if any are given."""
        chosen = {"language": self.other.locale.language_code} if self.other else {}
        query = urlencode({**chosen, **changes})
        return f"{reverse('cms_comparison', args=[self.page.pk])}?{query}"

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:  # Any: lazy strings
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
                "label": self.get_page_subtitle(),
            },
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # Any: Django's own type for a context
        contents = [side.content for side in self.sides if side.content]
        differing = [row for row in self.rows if row.finding]
        return {
            **super().get_context_data(**kwargs),
            "sides": self.sides,
            "is_complete": len(contents) == 2,
            "compares_drafts": self.compares_drafts,
            "differing": differing,
            "agreeing": [row for row in self.rows if not row.finding],
            "unexamined": [side for side in self.sides if side.content and not side.content.claims.all()],
            "open_count": sum(row.finding is not None and row.finding.is_open for row in differing),
            "pairs": pairs_of(*contents) if len(contents) == 2 else (),
            "published_address": self.address(),
            "drafts_address": self.address(versions=DRAFTS),
            "languages": [
                (
                    version.locale.get_display_name(),
                    self.address(language=version.locale.language_code),
                    version == self.other,
                )
                for version in self.others
            ],
        }
