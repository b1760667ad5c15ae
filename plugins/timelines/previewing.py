"""What the editor's form is told while a date is typed: how it will read, in every language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language_info

from .forms import PeriodForm
from .labels import LANGUAGES, label
from .models.fields import undated


def labels(request: HttpRequest) -> JsonResponse:
    """Answer with the date in words, or with what is wrong. Stores nothing."""
    form = PeriodForm(request.GET)
    form.full_clean()
    period = form.period(undated())
    if period is None:
        errors = [str(message) for messages in form.errors.values() for message in messages]
        return JsonResponse({"labels": [], "errors": errors})
    told = [
        {
            "language": code,
            "name": get_language_info(code)["name_translated"],
            "label": label(period, language=code),
        }
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        if code in LANGUAGES
    ]
    return JsonResponse({"labels": told, "errors": []})
