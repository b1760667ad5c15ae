"""One timeline in one language as everybody on the internet may see it, for the plugin’s own addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext as _

from cms.api import Audience, anonymous_audience, url_of

from .addresses import Address
from .domain import Texts, public_texts, shown_on
from .labels import LANGUAGES
from .models import Activity, ActivityText, TimelinePage


@dataclass(frozen=True)
class Shown:
    """All public activities, or those of one public page, in one language."""

    language: str
    audience: Audience
    page: TimelinePage | None = None

    @property
    def texts(self) -> Texts:
        if self.page is None:
            return public_texts(self.language, audience=self.audience)
        return shown_on(self.page, audience=self.audience)

    @property
    def activities(self) -> QuerySet[ActivityText, int]:
        """Their primary keys, for conditions of other queries."""
        return self.texts.order_by().values_list("activity", flat=True)

    @property
    def title(self) -> str:
        if self.page is not None:
            return self.page.title
        with translation.override(self.language):
            return _("All activities")

    @property
    def description(self) -> str:
        return self.page.intro if self.page is not None else ""

    @property
    def address(self) -> Address:
        return Address(self.language, self.page.translation_key if self.page else None)

    @property
    def home(self) -> str:
        """The absolute address of what readers know as the timeline."""
        return url_of(self.page) if self.page else self.address.listing

    @cached_property
    def versions(self) -> Mapping[str, Address]:
        """The same timeline in every language in which it is public, by language, this one included."""
        if self.page is None:
            return {language: Address(language) for language in told_languages()}
        key = self.page.translation_key
        pages = self.audience.pages(TimelinePage.objects.filter(translation_key=key))
        public = {page.locale.language_code for page in pages}
        return {language: Address(language, key) for language in told_languages() if language in public}


def shown_to_everybody(language: str, timeline: UUID | None = None) -> Shown:
    """Return the timeline that an address names. Raises Http404 for everything that is not public."""
    try:
        audience = anonymous_audience()
    except ObjectDoesNotExist as problem:
        raise Http404("There is no site yet.") from problem
    if language not in told_languages() or not audience.plugins.is_enabled(Activity):
        raise Http404(f"There is no timeline in {language!r}.")
    if timeline is None:
        return Shown(language, audience)
    versions = TimelinePage.objects.filter(translation_key=timeline, locale__language_code=language)
    page = audience.pages(versions).first()
    if page is None:
        raise Http404(f"There is no public timeline {timeline} in {language!r}.")
    return Shown(language, audience, page)


def told_languages() -> tuple[str, ...]:
    """Return the content languages in which dates can be told."""
    return tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code in LANGUAGES)
