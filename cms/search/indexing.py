"""Keeps the entries of the index: written with what they say, in one transaction with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import Page

from cms.domain.problems import isolated
from cms.models import Problem, SearchEntry, SearchTerm
from cms.plugin_host.composition import PluginSet
from cms.search.question import line_of
from cms.search.sources import Source, source_of
from cms.search.words import folded, terms_of, words_of
from cms.text import sort_key, tidy

WEIGHTS = (8, 3, 1)
"""What a word counts in the first, second and any further text."""

MOST_WEIGHT = 20
"""Beyond this a text is not more about a word by repeating it."""


def index(instance: Model) -> bool:
    """Make the object found by its texts in each of its languages; whether all of them could be read.

    A failure of the texts' owner is recorded and stops nothing: the object is then not found.
    """
    source = source_of(type(instance), plugins=PluginSet.installed())
    if source is None:
        return True
    results = [index_in(instance, language, source) for language in languages_of(instance)]
    return all(results)


def index_in(instance: Model, language: str, source: Source) -> bool:
    """Whether the object's entry in one language could be made to say what its texts say."""
    with isolated(source.owner, Problem.Kind.SUBSCRIBER, f"search texts of {instance._meta.label_lower}"):
        title, *texts = [spaced(text) for text in source.fields.texts(instance, language)] or [""]
        if title:
            put(instance, language, title=title, texts=texts)
        else:
            remove(instance, language)
        return True
    remove(instance, language)
    return False


@transaction.atomic
def put(instance: Model, language: str, *, title: str, texts: list[str]) -> None:
    """Write the entry and its terms in place of what was there."""
    text = "\n".join(part for part in texts if part)
    entry, _is_new = SearchEntry.objects.update_or_create(
        content_type=content_type_of(instance),
        object_id=instance.pk,
        language=language,
        defaults={
            "page_id": instance.pk if isinstance(instance, Page) else None,
            "title": title,
            "text": text,
            "title_words": line_in(title, language),
            "words": line_in(text, language),
            "sort_key": sort_key(title, language=language),
        },
    )
    forget_terms(SearchEntry.objects.filter(pk=entry.pk))
    SearchTerm.objects.bulk_create(
        (
            SearchTerm(entry=entry, language=language, term=term, weight=weight)
            for term, weight in weights([title, *texts], language=language).items()
        ),
        batch_size=500,
    )


def weights(texts: Iterable[str], *, language: str) -> Mapping[str, int]:
    """Return how much the texts, the weightiest first, are about each of their terms."""
    found: dict[str, int] = {}
    for number, text in enumerate(texts):
        weight = WEIGHTS[min(number, len(WEIGHTS) - 1)]
        for word in words_of(text):
            for term in terms_of(word.bare, language=language):
                found[term] = min(found.get(term, 0) + weight, MOST_WEIGHT)
    return found


def remove(instance: Model, language: str | None = None) -> None:
    """Let the object be found no more, in one language or in all."""
    entries = SearchEntry.objects.filter(content_type=content_type_of(instance), object_id=instance.pk)
    forget(entries if language is None else entries.filter(language=language))


@transaction.atomic
def forget(entries: QuerySet[SearchEntry]) -> None:
    """Delete entries, a thousand at a time."""
    keys = entries.order_by("pk").values_list("pk", flat=True).iterator()
    while batch := list(islice(keys, 1000)):
        doomed = SearchEntry.objects.filter(pk__in=batch)
        forget_terms(doomed)
        doomed.delete()


def forget_terms(entries: QuerySet[SearchEntry]) -> None:
    # delete() would load every term to send signals that nobody receives.
    terms = SearchTerm.objects.filter(entry__in=entries.values("pk"))
    terms._raw_delete(terms.db)  # type: ignore[attr-defined]  # a method without a public name


def spaced(text: str) -> str:
    """Return the text as results show it: tidy, with single spaces and no empty lines."""
    return "\n".join(" ".join(line.split()) for line in tidy(text).splitlines() if line.strip())


def line_in(text: str, language: str) -> str:
    return line_of([folded(word.bare, language=language) for word in words_of(text)])


def languages_of(instance: Model) -> tuple[str, ...]:
    """Return the object's own language if it has one, else all languages of the content."""
    if getattr(instance, "locale_id", None):
        return (instance.locale.language_code,)  # type: ignore[attr-defined]  # it has a locale
    return tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)


def content_type_of(instance: Model) -> ContentType:
    return ContentType.objects.get_for_model(instance)
