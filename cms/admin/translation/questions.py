"""What is asked before a view of wagtail-localize runs; reads the request and the rights, changes nothing."""

from collections.abc import Callable, Iterable

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation, TranslationSource

from cms.translation import rights


def may_submit_page(request: HttpRequest, *, page_id: int) -> str | None:
    """Submitting a page, perhaps with what lies below it."""
    page = get_object_or_404(Page, pk=page_id).specific
    if objection := objection_to_submission(request, page):
        return objection
    below = page.get_descendants() if request.POST.get("include_subtree") else Page.objects.none()
    if rights.unreadable(request.user, below).exists():
        return _("Below this page there are pages that you may not read.")
    return None


def may_submit_snippet(request: HttpRequest, *, app_label: str, model_name: str, pk: str) -> str | None:
    """Submitting an entry that is not a page."""
    model = get_snippet_model_from_url_params(app_label, model_name)
    snippet = get_object_or_404(model, pk=unquote(pk))
    if not isinstance(snippet, DraftStateMixin):
        return rights.no_drafts(snippet)
    return objection_to_submission(request, snippet)


def may_synchronise(request: HttpRequest, *, translation_source_id: int) -> str | None:
    """Showing translators the original as it is now, perhaps publishing the translations at once."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    if objection := rights.objection_to_reading(request.user, existing(source.get_source_instance)):
        return objection
    is_publishing = bool(request.POST.get("publish_translations"))
    objection_to = rights.objection_to_publishing if is_publishing else rights.objection_to_editing
    return first_of(
        objection_to(request.user, existing(translation.get_target_instance))
        for translation in source.translations.filter(enabled=True)
    )


def may_translate(request: HttpRequest, *, translation_id: int, **address: object) -> str | None:
    """Changing strings or the translation record in any way."""
    return rights.objection_to_editing(request.user, target_of(translation_id))


def may_see_strings(request: HttpRequest, *, translation_id: int) -> str | None:
    """Taking the strings away as a file; a lock does not forbid that."""
    return rights.objection_to_working_on(request.user, target_of(translation_id))


def may_make_alias(request: HttpRequest, *, page_id: int) -> str | None:
    """Giving a page's own content up for a copy of the original."""
    page = get_object_or_404(Page, pk=page_id).specific
    if page.live or page.scheduled_revision:
        return _("This version is published. Unpublish it before you make an alias of it.")
    sources = TranslationSource.objects.filter(
        object_id=page.translation_key, translations__target_locale_id=page.locale_id
    )
    return first_of(
        (
            *(rights.objection_to_reading(request.user, existing(s.get_source_instance)) for s in sources),
            rights.objection_to_publishing(request.user, page),  # an alias is as live as its original
        )
    )


def may_list_snippets(
    request: HttpRequest, *, app_label: str, model_name: str, **address: object
) -> str | None:
    """Listing the names of entries of one kind."""
    model = get_snippet_model_from_url_params(app_label, model_name)
    if policy_registry.get_by_type(model).user_has_any_permission(request.user, rights.ANY_RIGHT):
        return None
    return _("You may not see entries of this kind.")


def objection_to_submission(request: HttpRequest, instance: Model) -> str | None:
    if objection := rights.objection_to_reading(request.user, instance):
        return objection
    wanted = [pk for pk in request.POST.getlist("locales") if pk.isdecimal()]
    return first_of(
        rights.objection_to_submitting(request.user, instance, locale=locale)
        for locale in Locale.objects.filter(pk__in=wanted)
    )


def first_of(objections: Iterable[str | None]) -> str | None:
    return next(filter(None, objections), None)


def target_of(translation_id: int) -> Model:
    return existing(get_object_or_404(Translation, pk=translation_id).get_target_instance)


def existing(fetch: Callable[[], Model]) -> Model:
    try:
        return fetch()
    except ObjectDoesNotExist as error:
        raise Http404 from error
