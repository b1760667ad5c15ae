"""Which version of a work the others were made from; reads pages only."""

from wagtail.models import Page
from wagtail.query import PageQuerySet


def versions_of(page: Page) -> PageQuerySet[Page]:
    """Return every language version of the work, the page itself among them; aliases are not versions."""
    return Page.objects.filter(translation_key=page.translation_key, alias_of__isnull=True)


def original_of(page: Page) -> Page | None:
    """Return the version that the page was made from, or None when the page is the original.

    The first version of a work is its original, whoever made it and however the others came to be.
    """
    return versions_of(page).filter(pk__lt=page.pk).order_by("pk").first()
