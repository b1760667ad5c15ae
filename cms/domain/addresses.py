"""Paths and addresses as frontends use them, independent of the active language."""

from django.conf import settings
from django.utils import translation
from wagtail.models import Page

from cms.models.addresses import path_of as path_of


def url_of(page: Page) -> str:
    """Return the page's absolute address on its site; empty outside every site."""
    with translation.override(page.locale.language_code):
        parts = page.get_url_parts()
    return f"{parts[1]}{parts[2]}" if parts and parts[2] else ""


def served_here(path: str) -> str:
    """Return the absolute address of a file or view that this server answers itself."""
    return path if "://" in path else f"{settings.WAGTAILADMIN_BASE_URL}{path}"
