"""Copying a language's tree into another by itself is switched off; guards LocaleSynchronization."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from wagtail_localize.locales import components
from wagtail_localize.models import LocaleSynchronization

HINT = "Translate pages one by one or with their subtree, and keep no rows of LocaleSynchronization."


def remove_from_locale_form() -> None:
    """Take the choice to synchronise away from the form of a locale."""
    components.LOCALE_COMPONENTS[:] = [
        entry for entry in components.LOCALE_COMPONENTS if entry["model"] is not LocaleSynchronization
    ]


def refuse_synchronisation(instance: LocaleSynchronization, **kwargs: object) -> None:
    """Refuse to save a synchronisation. Raises ImproperlyConfigured.

    It makes a live alias of each new page with the address of the first automatic save, for ever.
    """
    raise ImproperlyConfigured(f"Locales are not synchronised in this product. {HINT}")


def check_synchronisation(
    app_configs: Sequence[AppConfig] | None, *, databases: Sequence[str] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Return an error cms.E201 when the database holds a synchronisation, from another system for example."""
    try:
        found = bool(databases) and LocaleSynchronization.objects.exists()
    except DatabaseError:  # not migrated yet
        return []
    return [Error("A locale is synchronised from another one.", hint=HINT, id="cms.E201")] if found else []
