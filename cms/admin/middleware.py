"""Which language an answer is in: the path says so, and nothing else does outside the admin."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path, get_language_from_request


class PathLanguageMiddleware:
    """Activates the language of the path prefix.

    Django's LocaleMiddleware would turn the API's 404s into redirects and add Vary to answers that do not
    vary. In the admin the browser's wish counts until Wagtail knows the user's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            return self.get_response(request)


def language_of(request: HttpRequest) -> str:
    if language := get_language_from_path(request.path_info):
        return language
    if request.path_info.startswith("/admin/"):
        return get_language_from_request(request)
    return settings.LANGUAGE_CODE
