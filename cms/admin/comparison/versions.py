"""Which two versions of a page are compared, in which state, and for whom; reads pages, changes nothing."""

from dataclasses import dataclass

from wagtail.models import Page

from cms.translation import rights
from cms.translation.originals import versions_of
from cms.translation.rights import AnyUser


@dataclass(frozen=True)
class Side:
    """One language version. `content` is what is compared: published, a draft, or None for neither."""

    page: Page
    content: Page | None
    is_draft: bool
    is_editable: bool

    @property
    def language(self) -> str:
        return str(self.page.locale.language_code)

    @property
    def language_name(self) -> str:
        return str(self.page.locale.get_display_name())


def readable_versions(page: Page, *, user: AnyUser) -> list[Page]:
    """Return the language versions of the work that the person may read, the original first."""
    versions = versions_of(page)
    hidden = rights.unreadable(user, versions)
    return list(versions.exclude(pk__in=hidden.values("pk")).select_related("locale").order_by("pk"))


def side_of(page: Page, *, user: AnyUser, drafts: bool) -> Side:
    """Return the version as it is published or, for those who may edit it, as its latest draft."""
    is_editable = page.permissions_for_user(user).can_edit()
    if drafts and is_editable:
        return Side(page, page.get_latest_revision_as_object(), is_draft=True, is_editable=True)
    return Side(page, page.specific if page.live else None, is_draft=False, is_editable=is_editable)
