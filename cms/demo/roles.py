"""Groups with rights on one language's tree: who may write and publish where."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Site

from cms.plugin_host.composition import PluginSet

PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
FILE_RIGHTS = (
    "add_contentimage",
    "choose_contentimage",
    "choose_image",
    "add_contentdocument",
    "choose_document",
)


def ensure_roles() -> dict[str, Group]:
    """Return a group of editors and one of translators for each language, by name.

    Without a default site there is no tree to give rights on, and the groups may only enter the admin.
    """
    site = Site.objects.filter(is_default_site=True).first()
    homes = site.root_page.get_translations(inclusive=True).select_related("locale") if site else ()
    return {
        name: ensure_group(name, home, translates=translates)
        for home in homes
        for name, translates in (
            (f"Editors ({home.locale.language_code})", False),
            (f"Translators ({home.locale.language_code})", True),
        )
    }


def ensure_group(name: str, home: object, *, translates: bool) -> Group:
    group, is_new = Group.objects.get_or_create(name=name)
    if not is_new:
        return group
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    if translates:
        group.permissions.add(Permission.objects.get(codename="submit_translation"))
    else:
        group.permissions.add(*plugin_rights())
    for right in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS):
        GroupPagePermission.objects.create(group=group, page=home, permission=right)
    root = Collection.get_first_root_node()
    for right in Permission.objects.filter(content_type__app_label="cms", codename__in=FILE_RIGHTS):
        GroupCollectionPermission.objects.create(group=group, collection=root, permission=right)
    return group


def plugin_rights() -> QuerySet[Permission]:
    """Return the rights to write what enabled plugins keep apart from pages; to delete it, none."""
    labels = [plugin.label for plugin in PluginSet.installed().enabled]
    rights = Permission.objects.filter(content_type__app_label__in=labels)
    return rights.filter(codename__regex=r"^(add|change|publish)_")
