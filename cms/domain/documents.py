"""Documents and their languages: which edition a reader gets, and what they are told about it."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from cms.domain.tags import naming
from cms.domain.tags.observing import observed
from cms.domain.visibility import Audience
from cms.models import ContentDocument


@dataclass(frozen=True)
class Work:
    """A document with all its public editions, as shown to readers of one language."""

    document: ContentDocument
    editions: tuple[ContentDocument, ...]
    language: str

    @property
    def best(self) -> ContentDocument:
        """The edition in the reader's language, else one without a language, else the document itself."""
        return next(
            (
                edition
                for wanted in (self.language, "")
                for edition in self.editions
                if edition.language == wanted
            ),
            self.document,
        )

    @property
    def is_fallback(self) -> bool:
        """Whether the best edition is in another language than the reader's."""
        return self.best.language not in ("", self.language)

    @property
    def notice(self) -> str:
        """A sentence about the language, for readers whose language is missing; empty for the others."""
        if not self.is_fallback:
            return ""
        with translation.override(self.language):
            languages = dict(settings.LANGUAGES)
            names = [
                str(languages[edition.language]) for edition in self.editions if edition.language in languages
            ]
            return _("Available in %(language)s only") % {"language": joined(names)}


def works(documents: Iterable[ContentDocument], *, language: str, audience: Audience) -> tuple[Work, ...]:
    """Return each public document with its public editions, in the order given, at the cost of one query."""
    wanted = list(documents)
    editions = editions_of({head_of(document) for document in wanted}, audience=audience)
    found = (work_of(document, editions.get(head_of(document), ()), language) for document in wanted)
    return tuple(work for work in found if work)


def head_of(document: ContentDocument) -> int:
    """Return the primary key of the first document of the work."""
    head: int = document.edition_of_id or document.pk
    return head


def editions_of(heads: Iterable[int], *, audience: Audience) -> dict[int, tuple[ContentDocument, ...]]:
    """Return the public editions of each work by its head, at the cost of one query; others are left out."""
    wanted = set(heads)
    public = audience.files(ContentDocument.objects.filter(Q(pk__in=wanted) | Q(edition_of_id__in=wanted)))
    editions: dict[int, tuple[ContentDocument, ...]] = {}
    works = [naming.row(ContentDocument, head) for head in wanted]
    for edition in observed(public, tags=works).order_by("language", "pk"):
        editions[head_of(edition)] = (*editions.get(head_of(edition), ()), edition)
    return editions


def work_of(document: ContentDocument, editions: tuple[ContentDocument, ...], language: str) -> Work | None:
    """Return the document with its public editions; None when it is not one of them, so not public itself."""
    return Work(document, editions, language) if document in editions else None


def content_type(document: ContentDocument) -> str:
    """Return the media type that the file's name stands for."""
    return mimetypes.guess_type(document.file.name)[0] or "application/octet-stream"


def joined(names: list[str]) -> str:
    """Return names as a list in words, in the active language: Turkish and English."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
