"""One page's language versions for editors: how each stands, and a person's word that one has caught up."""

from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.models import User
from cms.translation import rights
from cms.translation.originals import versions_of
from cms.translation.recording import mark_reviewed
from cms.translation.rights import AnyUser
from cms.translation.states import TranslationStatus, all_statuses

LABELS = {
    TranslationStatus.ORIGINAL: pgettext_lazy("language version", "original"),
    TranslationStatus.IN_SYNC: pgettext_lazy("language version", "up to date"),
    TranslationStatus.OUTDATED: pgettext_lazy("language version", "outdated"),
    TranslationStatus.PARTIAL: pgettext_lazy("language version", "partly translated"),
    TranslationStatus.MACHINE: pgettext_lazy("language version", "machine translation, not reviewed"),
    TranslationStatus.INTENTIONALLY_DIVERGENT: pgettext_lazy("language version", "differs on purpose"),
    TranslationStatus.NOT_TRANSLATED: pgettext_lazy("language version", "not published"),
}


@dataclass(frozen=True)
class Row:
    """One language of the work as the table shows it; without a page there is no version."""

    language: str
    label: str
    page: Page | None
    may_review: bool


class LanguagesView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc] # -- Wagtail is untyped
    """The table of language versions, and the button under it."""

    template_name = "cms/admin/languages.html"
    page_title = _("Language versions")
    header_icon = "wagtail-localize-language"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if rights.objection_to_reading(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Record that this page says what the original says now."""
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        try:
            mark_reviewed(self.page, user=cast(User, request.user))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Marked as reviewed against the original."))
        return redirect("cms_languages", page_id)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"], depth__gt=1).specific

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # Any: Django's own type for a context
        return {**super().get_context_data(**kwargs), "rows": rows_for(self.page, user=self.request.user)}


def rows_for(page: Page, *, user: AnyUser) -> list[Row]:
    """Return a row for each content language, in the order of the settings.

    The button is offered where pressing it would change something and the user may press it.
    """
    versions = versions_of(page).select_related("locale")
    by_language = {version.locale.language_code: version for version in versions}
    known = all_statuses(page)
    return [
        Row(str(name), str(LABELS[known[code]]), version, is_reviewable(version, known[code], user))
        for code, name in settings.WAGTAIL_CONTENT_LANGUAGES
        for version in [by_language.get(code)]
    ]


def is_reviewable(version: Page | None, status: TranslationStatus, user: AnyUser) -> bool:
    needs_review = status in {TranslationStatus.OUTDATED, TranslationStatus.MACHINE}
    return needs_review and version is not None and version.permissions_for_user(user).can_publish()
