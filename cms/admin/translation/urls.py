"""Addresses under the admin: those of wagtail-localize, answered by us first, and our own.

Wagtail's order of hooks puts them before wagtail-localize's; `reverse` still finds the same paths.
"""

from django.urls import URLPattern, URLResolver, include, path
from wagtail_localize.views import (
    convert,
    edit_translation,
    snippets_api,
    submit_translations,
    update_translations,
)

from cms.admin.translation import po_files, questions
from cms.admin.translation.guards import guarded, guarded_json
from cms.admin.translation.languages import LanguagesView
from cms.admin.translation.report import OwnTranslationsReportView

snippets = snippets_api.SnippetViewSet

GUARDED = (
    (
        "submit/page/<int:page_id>/",
        submit_translations.SubmitPageTranslationView.as_view(),
        questions.may_submit_page,
    ),
    (
        "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        submit_translations.SubmitSnippetTranslationView.as_view(),
        questions.may_submit_snippet,
    ),
    (
        "update/<int:translation_source_id>/",
        update_translations.UpdateTranslationsView.as_view(),
        questions.may_synchronise,
    ),
    ("page/<int:page_id>/convert_to_alias/", convert.convert_to_alias, questions.may_make_alias),
    (
        "translate/<int:translation_id>/pofile/download/",
        edit_translation.download_pofile,
        questions.may_see_strings,
    ),
    ("translate/<int:translation_id>/pofile/upload/", edit_translation.upload_pofile, po_files.may_upload),
    (
        "translate/<int:translation_id>/machine_translate/",
        edit_translation.machine_translate,
        questions.may_translate,
    ),
    ("translate/<int:translation_id>/disable/", edit_translation.stop_translation, questions.may_translate),
)
GUARDED_JSON = (
    (
        "translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
        edit_translation.edit_string_translation,
        questions.may_translate,
    ),
    (
        "translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
        edit_translation.edit_override,
        questions.may_translate,
    ),
    (
        "api/snippets/<slug:app_label>/<slug:model_name>/",
        snippets.as_view({"get": "list"}),
        questions.may_list_snippets,
    ),
    (
        "api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
        snippets.as_view({"get": "retrieve"}),
        questions.may_list_snippets,
    ),
)

localize_patterns = [
    *(path(route, guarded(view, question)) for route, view, question in GUARDED),
    *(path(route, guarded_json(view, question)) for route, view, question in GUARDED_JSON),
    path("reports/translations/", OwnTranslationsReportView.as_view()),
    path("reports/translations/results/", OwnTranslationsReportView.as_view(results_only=True)),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return what is mounted under the admin."""
    return [
        path("localize/", include(localize_patterns)),
        path("languages/<int:page_id>/", LanguagesView.as_view(), name="cms_languages"),
    ]
