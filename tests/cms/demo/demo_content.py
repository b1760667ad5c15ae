"""Reads the data files of the demonstration for the tests beside it; knows nothing of the database."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[3]
DEMO = ROOT / "cms" / "demo"
LOCALES = ("tr", "en")

Record = dict[str, Any]  # what YAML gives; the shapes are described in the data files


def read(path: str) -> Any:
    """Return the content of a YAML file, named from the root of the repository."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


PAGES: list[Record] = read("cms/demo/content/pages.yaml")
SITE: Record = read("cms/demo/content/site.yaml")
DOCUMENTS: list[Record] = read("cms/demo/content/documents.yaml")
IMAGES: list[Record] = read("cms/demo/content/images.yaml")
ORGANISATIONS: list[Record] = read("plugins/networks/demo/organisations.yaml")
LISTINGS: list[Record] = read("plugins/networks/demo/listings.yaml")
ACTIVITIES: list[Record] = read("plugins/timelines/demo/activities.yaml")
TIMELINES: list[Record] = read("plugins/timelines/demo/timelines.yaml")
CONSULTATIONS: list[Record] = read("plugins/consultation/demo/consultations.yaml")
PLUGIN_PAGES = [*LISTINGS, *TIMELINES, *CONSULTATIONS]
EVERYTHING = [PAGES, SITE, DOCUMENTS, IMAGES, ORGANISATIONS, LISTINGS, ACTIVITIES, TIMELINES, CONSULTATIONS]


def keys(records: list[Record]) -> list[str]:
    """Return the keys of the records, in order."""
    return [record["key"] for record in records]


def versions() -> Iterator[tuple[Record, str, Record]]:
    """Yield page, locale and version of every page that exists in that language."""
    for page in PAGES:
        for locale in LOCALES:
            if locale in page:
                yield page, locale, page[locale]


def blocks(version: Record) -> list[tuple[str, Any]]:
    """Return the blocks of a version as pairs of type and value."""
    return [next(iter(block.items())) for block in version["body"]]


def page_references(version: Record) -> Iterator[tuple[str, str]]:
    """Yield what a version refers to, as pairs of a kind of thing and its key."""
    for kind, value in blocks(version):
        if kind == "text":
            yield from ((link["linktype"], link["ref"]) for link in parse(value).links if "ref" in link)
        elif kind == "image":
            yield "image", value["image"]
        elif kind == "documents":
            yield from (("document", key) for key in value["items"])
        elif kind == "timeline":
            yield "timeline", value["timeline"]
        elif kind == "networks":
            yield from (("organisation", key) for key in value["organisations"])
        for link in [value, *value.get("items", [])] if kind in ("links", "call_to_action") else []:
            yield from ((target, link[target]) for target in ("page", "document") if target in link)


class Markup(HTMLParser):
    """The tags, links and text of a piece of rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.unclosed: list[str] = []
        self.links: list[dict[str, str]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.unclosed.append(tag)
        if tag == "a":
            self.links.append({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def parse(html: str) -> Markup:
    """Return the rich text taken apart; fails where tags are not nested properly."""
    markup = Markup()
    markup.feed(html)
    assert markup.unclosed == []
    return markup


def texts(value: Any, locale: str | None = None) -> Iterator[tuple[str | None, str]]:
    """Yield every text below `tr` and `en` keys with its locale, without its tags."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from texts(below, key if key in LOCALES else locale)
    elif isinstance(value, list):
        for below in value:
            yield from texts(below, locale)
    elif isinstance(value, str):
        yield locale, re.sub(r"\s+", " ", "".join(parse(value).texts))
