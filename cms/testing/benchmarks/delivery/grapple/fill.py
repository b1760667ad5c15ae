"""Writes the magazine: `python fill.py <articles in each language>`, with DJANGO_SETTINGS_MODULE=settings."""

import io
import sys
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

import django

django.setup()

from django.core.files.base import ContentFile  # noqa: E402 -- Django comes first
from django.db import transaction  # noqa: E402 -- as above
from magazine.models import Article, Author, Category  # noqa: E402 -- as above
from manuscripts import AUTHORS, CATEGORIES, IMAGES, LANGUAGES, manuscripts  # noqa: E402 -- as above
from PIL import Image as Picture  # noqa: E402 -- as above
from wagtail.images.models import Image  # noqa: E402 -- as above
from wagtail.models import Locale, Page, Site  # noqa: E402 -- as above

PUBLISHED_AT = datetime(2026, 1, 1, 12, tzinfo=UTC)


def main(count: int) -> None:
    Site.objects.all().delete()
    top = Page.get_first_root_node()
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    homes = {}
    for code, locale in locales.items():
        key = uuid5(NAMESPACE_URL, "home")
        homes[code] = top.add_child(
            instance=Page(title=code, slug=f"home-{code}", locale=locale, translation_key=key)
        )
    Site.objects.create(hostname="localhost", root_page=homes["tr"], is_default_site=True)
    categories = [Category.objects.create(name=f"Bölüm {number}") for number in range(CATEGORIES)]
    authors = [Author.objects.create(name=f"Çağrı Öğüt {number}") for number in range(AUTHORS)]
    images = [image(number) for number in range(IMAGES)]
    made = {}
    written = list(manuscripts(count))
    for each in written:
        article = Article(
            title=each.title,
            slug=each.slug,
            date=date.fromisoformat(each.date),
            intro=each.intro,
            body=[
                (block["type"], {**block["value"], "image": images[block["value"]["image"]]})
                if block["type"] == "image"
                else (block["type"], block["value"])
                for block in each.body
            ],
            category=categories[each.category],
            author=authors[each.author],
            locale=locales[each.language],
            translation_key=uuid5(NAMESPACE_URL, str(each.number)),
            first_published_at=PUBLISHED_AT,
            last_published_at=PUBLISHED_AT,
        )
        made[each.language, each.number] = homes[each.language].add_child(instance=article)
    for each in written:
        made[each.language, each.number].related_to.set(made[each.language, key] for key in each.related)


def image(number: int) -> Image:
    file = io.BytesIO()
    Picture.new("RGB", (640 + number, 360), (number * 10, 90, 120)).save(file, "PNG")
    return Image.objects.create(
        title=f"Görsel {number}", file=ContentFile(file.getvalue(), name=f"magazine-{number}.png")
    )


with transaction.atomic():
    main(int(sys.argv[1]))
