from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from cms.domain.visibility import Audience
from cms.plugin_host.composition import PluginSet
from cms.testing.factories import make_page, translate


@pytest.fixture
def page(bilingual_site):
    return make_page(bilingual_site.turkish)


def alias_of(page):
    return page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)


def make_private(page, **fields):
    return PageViewRestriction.objects.create(page=page, **{"restriction_type": "login", **fields})


def restriction_of(page):
    return (
        PageViewRestriction.objects.filter(page_id=page.pk)
        .values_list("restriction_type", "password")
        .first()
    )


def test_a_page_made_private_takes_its_alias_with_it(world, page):
    alias = alias_of(page)

    make_private(page)

    assert restriction_of(alias) == {"ours": ("login", ""), "stock": None}[world]


def test_a_page_made_private_takes_its_translation_with_it(world, page, bilingual_site):
    english = translate(page)

    make_private(page)

    audience = Audience(bilingual_site.site, PluginSet.installed(), timezone.now() + timedelta(minutes=1))
    visible = audience.pages(Page.objects.filter(pk=english.pk))
    assert visible.exists() == {"ours": False, "stock": True}[world]


@pytest.mark.parametrize("copy", [translate, alias_of])
def test_a_copy_of_a_private_page_is_private(copy, page):
    make_private(page, restriction_type="password", password="s3cret")

    english = copy(page)

    assert restriction_of(english) == ("password", "s3cret")


def test_a_version_made_of_an_alias_stays_private(page, submit):
    make_private(page)
    alias = alias_of(page)

    submit(page)

    alias.refresh_from_db()
    assert (alias.alias_of_id, restriction_of(alias)) == (None, ("login", ""))


def test_a_page_opened_again_opens_its_alias_but_not_its_translation(page):
    restriction = make_private(page)
    english = translate(page)
    alias = page.create_alias(update_slug="alias")

    restriction.delete()

    assert (restriction_of(alias), restriction_of(english)) == (None, ("login", ""))


def test_synchronising_strings_does_not_open_a_private_translation(world, page, submit):
    translation = submit(page)
    english = translation.get_target_instance()
    make_private(english)

    translation.source.update_target_view_restrictions(translation.target_locale)

    assert restriction_of(english) == {"ours": ("login", ""), "stock": None}[world]


def test_a_private_translation_leaves_the_original_open(page):
    make_private(translate(page))

    assert restriction_of(page) is None


def test_groups_and_changes_are_carried_over(page):
    english = translate(page)
    readers = Group.objects.create(name="readers")
    restriction = make_private(page, restriction_type="groups")
    restriction.groups.add(readers)

    own = PageViewRestriction.objects.get(page_id=english.pk)
    assert (own.restriction_type, list(own.groups.all())) == ("groups", [readers])
