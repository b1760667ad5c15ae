"""Remembers where public pages were when they are deleted, so that readers learn that they are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models.signals import pre_delete
from django.dispatch import Signal
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.domain.addresses import path_of
from cms.domain.visibility import Audience
from cms.models import GoneAddress
from cms.plugin_host.composition import PluginSet

LONGEST_PATH = 255


def on_deleted(instance: Page, **kwargs: object) -> None:
    """Record the page's address and those that led to it. Sent for every page of a deleted branch."""
    site = instance.get_site()
    if site is None or instance.alias_of_id or instance.first_published_at is None:
        return
    audience = Audience(site=site, plugins=PluginSet.installed(), now=timezone.now())
    # What was private must not be told to have been there.
    if audience.ever_public(Page.objects.filter(pk=instance.pk)).exists():
        gone = [GoneAddress(site=site, path=path) for path in addresses_of(instance)]
        GoneAddress.objects.bulk_create(gone, ignore_conflicts=True)


def addresses_of(page: Page) -> Iterator[str]:
    """Yield the page's path and those that redirects led to it from, in the form of redirects."""
    earlier = Redirect.objects.filter(redirect_page_id=page.pk).values_list("old_path", flat=True)
    for path in (path_of(page), *earlier):
        normal = Redirect.normalise_path(path) if path else ""
        if normal and len(normal) <= LONGEST_PATH:
            yield normal


RECEIVERS: tuple[tuple[Signal, Callable[..., None]], ...] = ((pre_delete, on_deleted),)
