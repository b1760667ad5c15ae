"""What other plugins may use: whether a consultation exists, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cms.api import Audience

__all__ = ["exists", "titles"]


def exists(key: str) -> bool:
    """Whether a consultation has this key, public or not: for editors, never for readers."""
    from .models import Consultation  # noqa: PLC0415 -- models may not be ready when a neighbour imports this

    return Consultation.objects.filter(key=key).exists()


def titles(keys: Iterable[str], language: str, *, audience: Audience) -> dict[str, str]:
    """Return the titles of those consultations that are public in the language, by key.

    The cost is the same for one as for a hundred.
    """
    from .listings import public_pages  # noqa: PLC0415 -- as above

    pages = public_pages(audience=audience, language=language).filter(consultation__key__in=set(keys))
    return dict(pages.values_list("consultation__key", "title"))
