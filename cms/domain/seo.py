"""What search engines and previews are told about a page: tags ready to print, and schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

ROBOTS = "index, follow, max-image-preview:large"


@dataclass(frozen=True)
class Picture:
    """An image in the size that previews show."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SeoFacts:
    """A page as others are told about it, in its own language. `trail` is (title, address), itself last."""

    language: str
    title: str
    description: str
    url: str
    is_article: bool
    published_at: datetime | None
    updated_at: datetime | None
    site_name: str
    site_url: str
    picture: Picture | None
    alternates: Sequence[dict[str, str]]
    trail: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class HeadTag:
    """An element of a page's head."""

    tag: str
    attributes: dict[str, str]
    content: str | None = None


def tags_of(facts: SeoFacts) -> list[HeadTag]:
    """Return the elements in the order in which they are printed; none has an empty value."""
    return [
        HeadTag("title", {}, facts.title),
        *(HeadTag("meta", {"name": name, "content": text}) for name, text in named(facts) if text),
        HeadTag("link", {"rel": "canonical", "href": facts.url}),
        *(
            HeadTag("link", {"rel": "alternate", "hreflang": each["hreflang"], "href": each["url"]})
            for each in facts.alternates
        ),
        *(HeadTag("meta", {"property": name, "content": text}) for name, text in open_graph(facts) if text),
    ]


def named(facts: SeoFacts) -> Iterator[tuple[str, str]]:
    yield "description", facts.description
    yield "robots", ROBOTS
    yield "twitter:card", "summary_large_image" if facts.picture else "summary"


def open_graph(facts: SeoFacts) -> Iterator[tuple[str, str]]:
    yield "og:type", "article" if facts.is_article else "website"
    yield "og:title", facts.title
    yield "og:description", facts.description
    yield "og:url", facts.url
    yield "og:site_name", facts.site_name
    if facts.picture:
        yield "og:image", facts.picture.url
        yield "og:image:width", str(facts.picture.width)
        yield "og:image:height", str(facts.picture.height)
        yield "og:image:alt", facts.picture.alt
    if facts.is_article:
        yield "article:published_time", moment(facts.published_at)
        yield "article:modified_time", moment(facts.updated_at)


def json_ld_of(facts: SeoFacts) -> str:
    """Return a schema.org graph as JSON that is safe inside a script element: page, site, breadcrumbs."""
    graph = [page_node(facts), site_node(facts), trail_node(facts)]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def page_node(facts: SeoFacts) -> dict[str, Any]:  # Any: JSON
    picture = facts.picture
    return without_empty(
        {
            "@type": "Article" if facts.is_article else "WebPage",
            "@id": facts.url,
            "url": facts.url,
            "headline" if facts.is_article else "name": facts.title,
            "description": facts.description,
            "inLanguage": facts.language,
            "datePublished": moment(facts.published_at),
            "dateModified": moment(facts.updated_at),
            "image": picture and without_empty(image_node(picture)),
            "isPartOf": {"@id": f"{facts.site_url}#website"},
            "breadcrumb": {"@id": f"{facts.url}#breadcrumb"} if not facts.is_article else None,
        }
    )


def image_node(picture: Picture) -> dict[str, Any]:  # Any: JSON
    return {
        "@type": "ImageObject",
        "url": picture.url,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.alt,
    }


def site_node(facts: SeoFacts) -> dict[str, Any]:  # Any: JSON
    return without_empty(
        {
            "@type": "WebSite",
            "@id": f"{facts.site_url}#website",
            "url": facts.site_url,
            "name": facts.site_name,
            "inLanguage": facts.language,
        }
    )


def trail_node(facts: SeoFacts) -> dict[str, Any]:  # Any: JSON
    return {
        "@type": "BreadcrumbList",
        "@id": f"{facts.url}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": url}
            for position, (title, url) in enumerate(facts.trail, start=1)
        ],
    }


def without_empty(node: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def moment(time: datetime | None) -> str:
    return time.isoformat() if time else ""
