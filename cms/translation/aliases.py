"""Aliases are placeholders, never published content; touches aliases only."""

from wagtail.log_actions import log
from wagtail.models import Page

from cms.models import User


def detach(alias: Page, *, user: User | None) -> None:
    """Make an ordinary page of an alias, as a draft that was never published.

    Wagtail leaves it live, which would publish the other language's text as this one's.
    """
    alias.live, alias.has_unpublished_changes = False, True
    alias.alias_of = alias.live_revision = alias.first_published_at = alias.last_published_at = None
    alias.save(clean=False)
    what = {"page": {"id": alias.pk, "title": alias.title}}
    log(instance=alias, action="wagtail.convert_alias", user=user, data=what)
