"""Puts the demo's real files into the document and image libraries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files import File

from cms.demo.building import DemoSite
from cms.models import ContentDocument, ContentImage

HERE = Path(__file__).parent


def put_documents(demo: DemoSite) -> None:
    for entry in demo.contents(HERE / "content" / "documents.yaml"):
        demo.documents[entry["key"]] = document(entry, demo)


def put_images(demo: DemoSite) -> None:
    for entry in demo.contents(HERE / "content" / "images.yaml"):
        demo.images[entry["key"]] = image(entry, demo)


def document(entry: dict[str, Any], demo: DemoSite) -> ContentDocument:
    title = entry["title"][entry["language"]]
    existing = ContentDocument.objects.filter(title=title, language=entry["language"]).first()
    if existing:
        return existing
    original = demo.documents.get(entry["translation_of"] or "")
    path = HERE / entry["file"]
    with path.open("rb") as content:
        return ContentDocument.objects.create(
            title=title,
            language=entry["language"],
            edition_of=original,
            file=File(content, name=path.name),
            file_size=path.stat().st_size,
        )


def image(entry: dict[str, Any], demo: DemoSite) -> ContentImage:
    language = demo.languages[0]
    existing = ContentImage.objects.filter(title=entry["title"][language]).first()
    if existing:
        return existing
    path = HERE / entry["file"]
    with path.open("rb") as content:
        return ContentImage.objects.create(
            title=entry["title"][language],
            description=entry["alt"][language],
            file=File(content, name=path.name),
        )
