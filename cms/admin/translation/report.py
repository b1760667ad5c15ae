"""The report of translations, of those only that the person works on."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView

from cms.models import User


class OwnTranslationsReportView(TranslationsReportView):  # type: ignore[misc] # -- it is untyped
    """wagtail-localize's report without the titles of what the person may not edit."""

    def get_queryset(self) -> QuerySet[Translation]:
        """Return the translations that make pages or entries which the user may change, newest first."""
        user = self.request.user
        entries = Q(source__specific_content_type__in=content_types_for(user))
        translations: QuerySet[Translation] = super().get_queryset()
        return translations.filter(Q(translates_page_for(user)) | entries).order_by("-pk")


def translates_page_for(user: User) -> Exists:
    editable = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"change"})
    return Exists(
        editable.filter(translation_key=OuterRef("source__object_id"), locale_id=OuterRef("target_locale_id"))
    )


def content_types_for(user: User) -> list[ContentType]:
    models = [
        model
        for model in get_snippet_models()
        if policy_registry.get_by_type(model).user_has_permission(user, "change")
    ]
    return list(ContentType.objects.get_for_models(*models).values())
