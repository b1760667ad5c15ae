"""What submitting for translation may do: make drafts where there is nothing yet; nothing else."""

from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator

from cms.models import User
from cms.translation.rights import objection_to_submitting


class CarefulCreator(TranslationCreator):  # type: ignore[misc] # -- wagtail-localize is untyped
    """wagtail-localize's walk over a page, its subtree and what they refer to, kept from doing harm.

    - A version that exists in the other language is left alone, whoever made it.
    - What has no drafts is left out, even when a page refers to it: a copy of it would be public at
      once, with the words of the original. Such things are written by hand in each language.
    - What the user may not read there, or may not add here, is left out.
    """

    target_locales: list[Locale]

    def create_translations(self, instance: TranslatableMixin, include_related_objects: bool = True) -> None:
        """Submit the instance into those of the languages that it is missing from."""
        wanted = self.target_locales
        self.target_locales = [locale for locale in wanted if may_submit(instance, locale, self.user)]
        try:
            if self.target_locales:
                super().create_translations(instance, include_related_objects=include_related_objects)
        finally:
            self.target_locales = wanted
        for translations in self.mappings.values():
            for translation in [t for t in translations if not has_target(t)]:
                translations.remove(translation)
                translation.delete()


def may_submit(instance: TranslatableMixin, locale: Locale, user: User | None) -> bool:
    """Whether a draft may be made in the language. Without a user nobody's rights are asked."""
    if not isinstance(instance, DraftStateMixin) or has_own_version(instance, locale):
        return False
    return user is None or objection_to_submitting(user, instance, locale=locale) is None


def has_own_version(instance: TranslatableMixin, locale: Locale) -> bool:
    version = instance.get_translation_or_none(locale)
    return version is not None and not (isinstance(version, Page) and version.alias_of_id)


def has_target(translation: Translation) -> bool:
    # A record whose creation failed is a dead end for every view that shows it.
    try:
        translation.get_target_instance()
    except ObjectDoesNotExist:
        return False
    return True
