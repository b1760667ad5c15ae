"""Every trap is tried in two worlds: ours, and stock Wagtail with wagtail-localize, where it must snap."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail import hooks
from wagtail.models import GroupPagePermission
from wagtail_localize import operations
from wagtail_localize.locales import components
from wagtail_localize.models import LocaleSynchronization, Translation, TranslationSource

from cms.models import BasePage, User
from cms.testing.factories import make_page
from cms.translation import border, engine, submission

SYNCHRONISATION = {"heading": "", "help_text": "", "required": False, "model": LocaleSynchronization}


@pytest.fixture(params=["ours", "stock"])
def world(request, monkeypatch, settings):
    """The name of the world that the test runs in."""
    if request.param == "stock":
        take_our_rules_away(monkeypatch, settings)
    yield request.param
    connect_signals()


@pytest.fixture
def published(bilingual_site, submit, django_capture_on_commit_callbacks):
    """A translation whose English page is live."""
    page = make_page(bilingual_site.turkish, title="Program", intro="Herkese açık")
    translation = submit(page, title="Programme", intro="Public")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target()
    return translation


@pytest.fixture
def person(client):
    """Sign somebody in who may submit translations and holds rights on parts of the tree."""

    def person(**pages_by_right):
        group = Group.objects.create(name="group")
        codenames = ("access_admin", "submit_translation")
        group.permissions.set(Permission.objects.filter(codename__in=codenames))
        for right, page in pages_by_right.items():
            GroupPagePermission.objects.create(
                group=group, page=page, permission=Permission.objects.get(codename=f"{right}_page")
            )
        user = User.objects.create_user("person", password="x")
        user.groups.add(group)
        client.force_login(user)
        return user

    return person


def take_our_rules_away(monkeypatch, settings):
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    settings.ROOT_URLCONF = "stock_urls"
    settings.MIDDLEWARE = [
        "django.middleware.locale.LocaleMiddleware" if "PathLanguage" in path else path
        for path in settings.MIDDLEWARE
    ]
    monkeypatch.setattr(Translation, "save_target", engine.STOCK_SAVE_TARGET)
    monkeypatch.setattr(TranslationSource, "sync_view_restrictions", engine.STOCK_SYNC_VIEW_RESTRICTIONS)
    monkeypatch.setattr(operations, "TranslationCreator", submission.TranslationCreator)
    monkeypatch.delattr(BasePage, "update_aliases")
    monkeypatch.setattr(components, "LOCALE_COMPONENTS", [SYNCHRONISATION])
    for name in ("before_edit_page", "before_edit_snippet", "before_convert_alias_page"):
        theirs = [hook for hook in hooks._hooks.get(name, []) if not hook[0].__module__.startswith("cms.")]
        monkeypatch.setitem(hooks._hooks, name, theirs)
    for signal, receiver, sender in border.RECEIVERS:
        signal.disconnect(sender=sender, dispatch_uid=receiver.__name__)


def connect_signals():
    for signal, receiver, sender in border.RECEIVERS:
        signal.connect(receiver, sender=sender, dispatch_uid=receiver.__name__)
