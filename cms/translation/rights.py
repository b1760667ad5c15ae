"""Who may do what with language versions; asks Wagtail's permission policies and locks, changes nothing.

Each function returns the reason for a refusal, to be shown to the person, or None when nothing speaks
against it.
"""

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, LockableMixin, Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from cms.models import User

# The admin asks for signed-in people only; somebody who is not has no rights.
AnyUser: TypeAlias = User | AnonymousUser

ANY_RIGHT = ("add", "change", "delete", "view")


def objection_to_reading(user: AnyUser, instance: Model) -> str | None:
    """A page may be read by those who may edit it, and by everybody once it is public."""
    if isinstance(instance, Page):
        allowed = instance.permissions_for_user(user).can_edit() or not unreadable(
            user, Page.objects.filter(pk=instance.pk)
        )
    else:
        allowed = policy_registry.get(instance).user_has_any_permission(user, ANY_RIGHT)
    return None if allowed else _("You may not read what is to be translated.")


def objection_to_working_on(user: AnyUser, instance: Model) -> str | None:
    """A version is open to those who hold the right to change it, whether or not it is locked."""
    if isinstance(instance, Page):
        allowed = instance.permissions_for_user(user).can_edit()
    else:
        allowed = policy_registry.get(instance).user_has_permission_for_instance(user, "change", instance)
    return None if allowed else _("You may not edit this translation.")


def objection_to_editing(user: AnyUser, instance: Model) -> str | None:
    """A version may be changed by those it is open to, unless a lock, a workflow or a schedule holds it."""
    if objection := objection_to_working_on(user, instance):
        return objection
    return _("This translation is locked and cannot be changed now.") if is_locked(user, instance) else None


def objection_to_publishing(user: AnyUser, instance: Model) -> str | None:
    """A version may be published by those who may edit it now and hold the right to publish it."""
    if objection := objection_to_editing(user, instance):
        return objection
    if isinstance(instance, Page):
        allowed = instance.permissions_for_user(user).can_publish()
    elif isinstance(instance, DraftStateMixin):
        allowed = policy_registry.get(instance).user_has_permission_for_instance(user, "publish", instance)
    else:
        allowed = True
    return None if allowed else _("You may not publish this translation.")


def objection_to_submitting(user: AnyUser, instance: Model, *, locale: Locale) -> str | None:
    """Submitting makes a draft in another language: it takes reading the original and adding over there."""
    if not isinstance(instance, DraftStateMixin):
        return no_drafts(instance)
    if objection := objection_to_reading(user, instance):
        return objection
    if isinstance(instance, Page):
        return objection_to_adding_page(user, instance, locale)
    allowed = policy_registry.get(instance).user_has_permission(user, "add")
    return None if allowed else not_there(locale)


def unreadable(user: AnyUser, pages: PageQuerySet[Page]) -> PageQuerySet[Page]:
    """Return those of the pages that are drafts or private and that the user has no right to edit."""
    editable = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"change"})
    public = Page.objects.live().public()
    return pages.exclude(pk__in=editable.values("pk")).exclude(pk__in=public.values("pk"))


def no_drafts(instance: Model) -> str:
    """Say why the instance cannot be submitted: it would be public at once, untranslated."""
    kind = capfirst(instance._meta.verbose_name_plural)
    return _("%(kind)s have no drafts, so a copy would be public at once. Add one by hand.") % {"kind": kind}


def objection_to_adding_page(user: AnyUser, page: Page, locale: Locale) -> str | None:
    alias = Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
    if alias is not None:
        return objection_to_editing(user, alias)
    parent = page.get_parent()
    target = parent if parent.is_root() else parent.get_translation_or_none(locale)
    if target is None:
        return _("Translate the page above this one first.")
    return None if target.permissions_for_user(user).can_add_subpage() else not_there(locale)


def not_there(locale: Locale) -> str:
    language = locale.get_display_name()
    return _("You may not add anything in this language: %(language)s.") % {"language": language}


def is_locked(user: AnyUser, instance: Model) -> bool:
    lock = instance.get_lock() if isinstance(instance, LockableMixin) else None
    return lock is not None and bool(lock.for_user(user))
