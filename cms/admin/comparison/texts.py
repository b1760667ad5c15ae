"""The words of two versions in pairs: title, introduction, blocks in order. Plain text, read from pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, TypeAlias

from bs4 import BeautifulSoup
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import ChoiceBlock, StreamValue, StructValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

Lines: TypeAlias = tuple[str, ...]

PARAGRAPHS = ["p", "li", "h2", "h3", "h4", "blockquote"]


@dataclass(frozen=True)
class Passage:
    """A field or a block of one version. Passages of the same kind and order belong together."""

    kind: str
    label: str
    lines: Lines


@dataclass(frozen=True)
class Pair:
    """The same place in both versions: the lines of each with its language, None where nothing is there."""

    label: str
    columns: tuple[tuple[Lines | None, str], ...]


def pairs_of(left: Page, right: Page) -> tuple[Pair, ...]:
    """Return the words of both versions, in order, matched by kind of field and block."""
    languages = (left.locale.language_code, right.locale.language_code)
    return tuple(
        Pair(
            label_of(sides),
            tuple(zip((side.lines if side else None for side in sides), languages, strict=True)),
        )
        for sides in matched(tuple(passages_of(left)), tuple(passages_of(right)))
    )


def passages_of(page: Page) -> Iterator[Passage]:
    """Yield the title, then every field of words and every block that the page type adds."""
    yield Passage("title", _("Title"), (page.title,))
    inherited = {field.name for field in Page._meta.get_fields()}
    for field in page._meta.get_fields():
        if not isinstance(field, models.Field) or field.name in inherited:
            continue
        value = getattr(page, field.name)
        if isinstance(field, StreamField):
            yield from blocks_of(value)
        elif isinstance(field, models.CharField | models.TextField) and not field.choices and value:
            yield Passage(field.name, capfirst(str(field.verbose_name)), (value,))


def blocks_of(body: StreamValue) -> Iterator[Passage]:
    for block in body:
        yield Passage(block.block_type, capfirst(str(block.block.label)), tuple(lines_of(block.value)))


def matched(
    left: tuple[Passage, ...], right: tuple[Passage, ...]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    kinds, other_kinds = ([passage.kind for passage in side] for side in (left, right))
    steps = SequenceMatcher(None, kinds, other_kinds, autojunk=False).get_opcodes()
    for _tag, start, end, other_start, other_end in steps:
        yield from zip_longest(left[start:end], right[other_start:other_end])


def label_of(sides: tuple[Passage | None, Passage | None]) -> str:
    return " / ".join(dict.fromkeys(passage.label for passage in sides if passage))


def lines_of(value: Any) -> Iterator[str]:  # Any: whatever a block holds
    """Yield the words that a block's value shows, a line for each paragraph, entry or cell."""
    if isinstance(value, RichText):
        yield from paragraphs_of(value.source)
    elif isinstance(value, StructValue):
        for name, child in value.items():
            if not isinstance(value.block.child_blocks[name], ChoiceBlock):
                yield from lines_of(child)
    elif isinstance(value, str):
        yield from (value,) if value.strip() else ()
    elif isinstance(value, models.Model):
        # The alternative text of an image in a block; other things are known by their name.
        yield str(getattr(value, "contextual_alt_text", None) or value)
    elif isinstance(value, Iterable):
        for item in value:
            yield from lines_of(item)


def paragraphs_of(html: str) -> Iterator[str]:
    soup = BeautifulSoup(html, "html.parser")
    blocks = soup.find_all(PARAGRAPHS) or [soup]
    for block in blocks:
        words = " ".join(block.get_text().split())
        if words:
            yield words
