"""HTML of a provision: only what gives a text its form, and never other words than the plain text."""

from __future__ import annotations

from html import escape

import nh3
from bs4 import BeautifulSoup

from .normal_text import normal_text

TAGS = {
    *("p", "br", "em", "strong", "b", "i", "u", "sub", "sup", "ul", "ol", "li"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"th": {"colspan", "rowspan", "scope"}, "td": {"colspan", "rowspan"}}


def safe_html(html: str, *, text: str) -> str:
    """Return the HTML without anything that could run or load; the text as a paragraph if words differ."""
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None) if html else ""
    if clean and words(clean) == "".join(normal_text(text).split()):
        return clean
    return f"<p>{escape(normal_text(text), quote=False)}</p>" if text else ""


def words(html: str) -> str:
    """Return the letters of HTML without any white space, for comparing."""
    return "".join(normal_text(BeautifulSoup(html, "html.parser").get_text(" ")).split())
