"""Where a reader finds a page: on the frontend, not on this server."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page


def frontend_address(page: Page) -> str:
    """Return the absolute or site-relative address that shows the page to a reader.

    Without FRONTEND_URL the bundled example page stands in for a frontend.
    """
    path = path_of(page)
    if settings.FRONTEND_URL:
        return f"{settings.FRONTEND_URL}{path}"
    return f"{reverse('example')}?{urlencode({'path': path})}"


def path_of(page: Page) -> str:
    """Return the page's path with its language prefix, for example /tr/program/; empty outside every site."""
    with translation.override(page.locale.language_code):
        parts = page.get_url_parts()
    return parts[2] if parts and parts[2] else ""
