"""What happens before an editor opens, and what stands in the header of a page."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation

from cms.admin.translation.guards import refuse
from cms.admin.translation.languages import LABELS
from cms.models import User
from cms.translation import rights
from cms.translation.originals import original_of
from cms.translation.states import TranslationStatus, all_statuses


def before_edit(request: HttpRequest, instance: Model) -> HttpResponse | None:
    """Keep a locked version as it is, and tell the editor of an outdated one what has happened.

    wagtail-localize's editor shows a lock and publishes all the same.
    """
    if request.method == "POST" and is_translated(request, instance):
        objection = rights.objection_to_editing(request.user, instance)
        return refuse_here(request, objection) if objection else None
    if request.method == "GET" and isinstance(instance, Page):
        warn_if_outdated(request, instance)
    return None


def before_convert_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask for the right to publish: a live alias becomes a published page, and an alias is not one."""
    if page.live and (objection := rights.objection_to_publishing(request.user, page)):
        return refuse(request, objection)
    return None


def header_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield the way to the language versions, which says how the other languages stand."""
    if page.depth <= 1 or page.alias_of_id:
        return
    yield Button(
        summary_of(page),
        reverse("cms_languages", args=[page.pk]),
        icon_name="wagtail-localize-language",
        priority=12,
    )


def summary_of(page: Page) -> str:
    """Return how the other languages stand, for example “English: outdated”."""
    own = page.locale.language_code
    known = all_statuses(page)
    return ", ".join(
        f"{name}: {LABELS[known[code]]}" for code, name in settings.WAGTAIL_CONTENT_LANGUAGES if code != own
    )


def warn_if_outdated(request: HttpRequest, page: Page) -> None:
    if all_statuses(page).get(page.locale.language_code) != TranslationStatus.OUTDATED:
        return
    original = original_of(page)
    if original is None or original.last_published_at is None:
        return
    published = date_format(localtime(original.last_published_at), "DATETIME_FORMAT")
    messages.warning(
        request,
        _("The original has changed since this version was made. It was last published on %(date)s.")
        % {"date": published},
    )


def is_translated(request: HttpRequest, instance: Model) -> bool:
    # The names of wagtail-localize's own buttons in Wagtail's ordinary editor.
    if any(name in request.POST for name in ("localize-restart-translation", "localize-convert-to-alias")):
        return True
    return (
        isinstance(instance, TranslatableMixin)
        and Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
        ).exists()
    )


def refuse_here(request: HttpRequest, objection: str) -> HttpResponse:
    messages.error(request, objection)
    return HttpResponse(status=303, headers={"Location": request.path})
