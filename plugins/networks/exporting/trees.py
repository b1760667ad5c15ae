"""The records as XML: OPML for readers of feeds, GraphML for those who look at relations."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree import ElementTree

from plugins.networks.exporting.records import Collection, addresses, official_name
from plugins.networks.graph import all_edges
from plugins.networks.vocabulary import LinkKind

GRAPHML, TERMS = "http://graphml.graphdrawing.org/xmlns", "http://purl.org/dc/terms/"
NODE_DATA, EDGE_DATA, GRAPH_DATA = ("name", "kind"), ("relation",), ("license", "modified")


def opml_of(collection: Collection) -> bytes:
    """Return OPML 2.0: the feed of a body where it has one, else its home page."""
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = "Networks"
    ElementTree.SubElement(head, "dateModified").text = format_datetime(collection.changed_at)
    ElementTree.SubElement(head, f"{{{TERMS}}}license").text = collection.licence
    body = ElementTree.SubElement(root, "body")
    for record in collection.records:
        name, pages = official_name(record).text, addresses(record, LinkKind.HOME)
        feeds = addresses(record, LinkKind.FEED)
        for feed in feeds:
            page = {"htmlUrl": pages[0]} if pages else {}
            ElementTree.SubElement(body, "outline", {"type": "rss", "text": name, "xmlUrl": feed, **page})
        if pages and not feeds:
            ElementTree.SubElement(body, "outline", {"type": "link", "text": name, "url": pages[0]})
    return _bytes(root)


def graphml_of(collection: Collection) -> bytes:
    """Return GraphML: public records and how they hang together."""
    root = ElementTree.Element(f"{{{GRAPHML}}}graphml")
    for scope, names in (("graph", GRAPH_DATA), ("node", NODE_DATA), ("edge", EDGE_DATA)):
        for name in names:
            attributes = {"id": name, "for": scope, "attr.name": name, "attr.type": "string"}
            ElementTree.SubElement(root, f"{{{GRAPHML}}}key", attributes)
    graph = ElementTree.SubElement(root, f"{{{GRAPHML}}}graph", id="networks", edgedefault="directed")
    _data(graph, license=collection.licence, modified=collection.changed_at.isoformat())
    keys = {}
    for record in collection.records:
        one = record.organisation
        keys[one.pk] = one.key
        node = ElementTree.SubElement(graph, f"{{{GRAPHML}}}node", id=one.key)
        _data(node, name=official_name(record).text, kind=one.kind)
    for edge in all_edges(audience=collection.audience, most=None):
        if edge.source in keys and edge.target in keys:
            ends = {"source": keys[edge.source], "target": keys[edge.target]}
            _data(ElementTree.SubElement(graph, f"{{{GRAPHML}}}edge", ends), relation=str(edge.kind))
    return _bytes(root)


def _data(element: ElementTree.Element, **texts: str) -> None:
    for key, text in texts.items():
        ElementTree.SubElement(element, f"{{{GRAPHML}}}data", key=key).text = text


def _bytes(root: ElementTree.Element) -> bytes:
    ElementTree.register_namespace("", GRAPHML)
    ElementTree.register_namespace("dcterms", TERMS)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text
