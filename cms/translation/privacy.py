"""Who may see a page holds for what was made from it; writes Wagtail's page view restrictions."""

from collections.abc import Iterator

from wagtail.models import Page, PageViewRestriction

from cms.translation.originals import original_of


def carry(restriction: PageViewRestriction) -> None:
    """Give the restriction to everything that follows its page: its aliases, and a work's other languages.

    A translation of something confidential is confidential. It is the original that decides: making
    a translation private leaves the original as it is.
    """
    for follower in (*aliases_of(restriction.page_id), *translations_of(restriction.page)):
        impose(restriction, follower)


def lift(restriction: PageViewRestriction) -> None:
    """Take a restriction that is no more from the aliases of its page.

    Translations stay closed until somebody opens them: opening one language does not open another.
    """
    for follower in aliases_of(restriction.page_id):
        for own in PageViewRestriction.objects.filter(page=follower):
            own.delete()


def impose(restriction: PageViewRestriction, page: Page) -> None:
    own = PageViewRestriction.objects.filter(page=page).first() or PageViewRestriction(page=page)
    if (own.restriction_type, own.password) != (restriction.restriction_type, restriction.password):
        own.restriction_type, own.password = restriction.restriction_type, restriction.password
        own.save()
    own.groups.set(restriction.groups.all())


def aliases_of(page_id: int) -> Iterator[Page]:
    yield from Page.objects.filter(alias_of_id=page_id)


def translations_of(page: Page) -> Iterator[Page]:
    if page.alias_of_id is None and original_of(page) is None:
        yield from Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
