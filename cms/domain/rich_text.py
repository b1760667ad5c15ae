"""Rich text as readers get it: links resolved in the page's own language, HTML that is safe to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import nh3
from bs4 import BeautifulSoup, Tag

from cms.domain.addresses import served_here
from cms.domain.links import Aim, PageTarget
from cms.models import ContentDocument
from cms.text import slugify

TAGS = {
    "a",
    "b",
    "strong",
    "i",
    "em",
    "sub",
    "sup",
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "h2",
    "h3",
    "h4",
    "blockquote",
}
HEADINGS = ("h2", "h3", "h4")
ATTRIBUTES = {
    "a": {"href", "hreflang", "lang", "data-page", "data-document"},
    "span": {"data-unavailable"},
    **{name: {"id"} for name in HEADINGS},
}
SCHEMES = {"http", "https", "mailto", "tel"}
CLEANER = nh3.Cleaner(tags=TAGS | {"span"}, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


@dataclass(frozen=True)
class Anchor:
    """A link as it is stored: its words, and a page, a document or an address."""

    text: str
    page: int | None
    document: int | None
    url: str


@dataclass(frozen=True)
class Heading:
    """A heading inside a text, with the id that it has in the HTML."""

    id: str
    level: int
    text: str


@dataclass(frozen=True)
class StoredText:
    """A text as it is stored: its links name rows. With the language of the page that holds it."""

    source: str
    language: str

    @property
    def linked_pages(self) -> set[Aim]:
        return {(key, self.language) for key in linked(self.soup, "page")} if self.has_links else set()

    @property
    def linked_documents(self) -> set[int]:
        return set(linked(self.soup, "document")) if self.has_links else set()

    @property
    def has_links(self) -> bool:
        """Whether anything in it may name a row."""
        return "linktype" in self.source.lower()

    @property
    def is_plain(self) -> bool:
        """Whether it has neither links nor headings: most texts have none, and need not be parsed."""
        return not self.has_links and "<h" not in self.source.lower()

    @property
    def anchors(self) -> list[Anchor]:
        """The links in order, without those to addresses that no reader should follow."""
        found = BeautifulSoup(self.source, "html.parser").find_all("a")
        return [anchor for tag in found if (anchor := anchor_of(tag))]

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.source, "html.parser")


@dataclass(frozen=True)
class RichText:
    """A stored text, and where its links lead: nothing for what is not public."""

    stored: StoredText
    pages: Mapping[Aim, PageTarget | None]
    documents: Mapping[int, ContentDocument | None]

    @cached_property
    def html(self) -> str:
        """Sanitised HTML. Internal links are site paths; those to another language say so with hreflang.

        A link whose target is not public keeps its words and loses its address.
        """
        if self.stored.is_plain:
            return CLEANER.clean(self.stored.source)
        soup = self.stored.soup
        self._resolve_page_links(soup)
        self._resolve_document_links(soup)
        name_headings(soup, self.stored.language)
        return CLEANER.clean(str(soup))

    @property
    def headings(self) -> list[Heading]:
        """The headings in order."""
        found = BeautifulSoup(self.html, "html.parser").find_all(HEADINGS)
        return [Heading(str(tag["id"]), int(tag.name[1]), tag.get_text(" ", strip=True)) for tag in found]

    @property
    def plain(self) -> str:
        """The words alone, a line for each paragraph or list entry."""
        soup = BeautifulSoup(self.html, "html.parser")
        lines = (block.get_text(" ", strip=True) for block in soup.find_all(["p", "li", "h2", "h3", "h4"]))
        return "\n".join(line for line in lines if line) or soup.get_text(" ", strip=True)

    def _resolve_page_links(self, soup: BeautifulSoup) -> None:
        for key, tags in linked(soup, "page").items():
            target = self.pages.get((key, self.stored.language))
            for tag in tags:
                if target is None:
                    make_unavailable(tag)
                    continue
                tag.attrs = {"href": target.path, "data-page": str(target.page.pk)}
                if not target.is_translated:
                    tag.attrs["hreflang"] = target.page.locale.language_code

    def _resolve_document_links(self, soup: BeautifulSoup) -> None:
        for key, tags in linked(soup, "document").items():
            document = self.documents.get(key)
            for tag in tags:
                if document is None:
                    make_unavailable(tag)
                    continue
                tag.attrs = {"href": served_here(document.url), "data-document": str(document.pk)}
                if document.language and document.language != self.stored.language:
                    tag.attrs["hreflang"] = document.language


def linked(soup: BeautifulSoup, kind: str) -> dict[int, list[Tag]]:
    """Return the anchors of one kind by the primary key they name; those without one lose their address."""
    found: dict[int, list[Tag]] = {}
    for tag in soup.find_all("a", linktype=kind):
        key = str(tag.get("id", ""))
        if key.isdigit():
            found.setdefault(int(key), []).append(tag)
        else:
            make_unavailable(tag)
    return found


def anchor_of(tag: Tag) -> Anchor | None:
    text, key = tag.get_text(" ", strip=True), str(tag.get("id", ""))
    if kind := tag.get("linktype"):
        number = int(key) if key.isdigit() else None
        return Anchor(text, number if kind == "page" else None, number if kind == "document" else None, "")
    url = str(tag.get("href", ""))
    return Anchor(text, None, None, url) if url.partition(":")[0].lower() in SCHEMES else None


def name_headings(soup: BeautifulSoup, language: str) -> None:
    """Give each heading an id made of its words; of equals, the second and later ones a number."""
    seen: dict[str, int] = {}
    for tag in soup.find_all(HEADINGS):
        name = slugify(tag.get_text(" ", strip=True), language=language) or "h"
        seen[name] = seen.get(name, 0) + 1
        tag.attrs = {"id": name if seen[name] == 1 else f"{name}-{seen[name]}"}


def make_unavailable(tag: Tag) -> None:
    tag.name = "span"
    tag.attrs = {"data-unavailable": "true"}
