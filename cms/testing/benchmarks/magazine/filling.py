"""Fills a new database with a magazine: a hundred thousand pages in some minutes.

Rows are written as Wagtail would have left them, tree paths and search index included, without its signals.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

from django.core.files.base import ContentFile
from django.db import connection, transaction
from PIL import Image
from wagtail.models import Page, Site

from cms.models import ContentImage, Menu, MenuItem, SectionPage
from cms.testing.benchmarks.delivery.manuscripts import (
    AUTHORS,
    CATEGORIES,
    IMAGES,
    LANGUAGES,
    Manuscript,
    manuscripts,
)
from cms.testing.benchmarks.magazine.models import Author, Category
from cms.testing.benchmarks.magazine.rows import Printer
from cms.testing.factories import make_page, make_site, translate

SECTION = 500  # articles in each
BATCH = 500  # articles, each in two languages


def fill(count: int, *, paragraphs: int = 6) -> None:
    """Write so many articles in each language below a new default site, in sections of 500, and a menu."""
    with transaction.atomic():
        site = make_site()
        sections = [
            (turkish := make_page(site.turkish, SectionPage, title=f"Sayı {number}"), translate(turkish))
            for number in range(-(-count // SECTION))
        ]
        put_menus(site.site, sections[:10])
        Category.objects.bulk_create(Category(name=f"Bölüm {number}") for number in range(CATEGORIES))
        Author.objects.bulk_create(Author(name=f"Çağrı Öğüt {number}") for number in range(AUTHORS))
        printer = Printer(
            categories=list(Category.objects.order_by("pk").values_list("pk", flat=True)),
            authors=list(Author.objects.order_by("pk").values_list("pk", flat=True)),
            images=[image(number) for number in range(IMAGES)],
            first_key=Page.objects.latest("pk").pk + 1,
        )
        for number, batch in enumerate(batches(manuscripts(count, paragraphs=paragraphs))):
            printer.write(batch, sections[number * BATCH // SECTION])
        printer.relate(manuscripts(count, paragraphs=0))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def batches(written: Iterator[Manuscript]) -> Iterator[list[Manuscript]]:
    while batch := list(islice(written, BATCH * len(LANGUAGES))):
        yield batch


def put_menus(site: Site, sections: list[tuple[Page, ...]]) -> None:
    """Write the main menu of each language, with the sections."""
    for pages in zip(*sections, strict=True):
        menu = Menu.objects.create(site=site, handle="main", title="Magazin", locale=pages[0].locale)
        for page in pages:
            MenuItem.objects.create(menu=menu, page=page, locale=page.locale)


def image(number: int) -> int:
    """Write an image and return its primary key."""
    file = io.BytesIO()
    Image.new("RGB", (640 + number, 360), (number * 10, 90, 120)).save(file, "PNG")
    stored = ContentFile(file.getvalue(), name=f"magazine-{number}.png")
    made = ContentImage.objects.create(
        title=f"Görsel {number}", description=f"Göl kıyısı {number}", file=stored
    )
    return int(made.pk)
