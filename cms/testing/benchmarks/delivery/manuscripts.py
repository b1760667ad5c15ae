"""Articles as data: the same ones at every call, for whatever system is to serve them. No Django here."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LANGUAGES = ("tr", "en")
CATEGORIES, AUTHORS, IMAGES = 20, 50, 20
RELATED = 5
WORDS = {
    "tr": [
        "çağdaş",
        "ölçüm",
        "güneş",
        "ışığı",
        "üretim",
        "süreç",
        "göl",
        "kıyısı",
        "iğne",
        "ırmak",
        "şehir",
        "öğrenci",
        "değişim",
        "yığın",
        "büyük",
        "küçük",
        "değer",
        "ilişki",
        "toplantı",
        "protokol",
        "belge",
        "karşılaştırma",
        "görüş",
        "öneri",
        "bağlam",
        "düşünce",
        "gözlem",
        "yönetim",
        "çevre",
    ],
    "en": [
        "contemporary",
        "measure",
        "sunlight",
        "light",
        "production",
        "process",
        "lake",
        "shore",
        "needle",
        "river",
        "city",
        "student",
        "change",
        "heap",
        "large",
        "small",
        "value",
        "relation",
        "meeting",
        "protocol",
        "document",
        "comparison",
        "view",
        "proposal",
        "context",
        "thought",
    ],
}


@dataclass(frozen=True)
class Manuscript:
    """One article in one language. Numbers of related articles, category, author and image count from 0."""

    number: int
    language: str
    title: str
    slug: str
    date: str
    intro: str
    body: list[dict[str, object]]
    category: int
    author: int
    related: list[int]


def manuscripts(count: int, *, paragraphs: int = 6) -> Iterator[Manuscript]:
    """Yield so many articles in each language, both versions of one after the other."""
    for number in range(count):
        for language in LANGUAGES:
            yield manuscript(number, language, count, paragraphs)


def manuscript(number: int, language: str, count: int, paragraphs: int) -> Manuscript:
    chance = random.Random(f"{number} {language}")  # noqa: S311 -- no secret
    words = WORDS[language]
    body: list[dict[str, object]] = [
        {"type": "heading", "value": {"text": sentence(chance, words, 4), "level": "2"}}
    ]
    body += [
        {"type": "text", "value": f"<p>{paragraph(chance, words)}</p>"} for _ in range(max(0, paragraphs - 2))
    ]
    body.append({"type": "quote", "value": {"text": paragraph(chance, words), "attribution": "Ç. Öğüt"}})
    if number % 5 == 0:
        body.append(
            {"type": "image", "value": {"image": number % IMAGES, "caption": sentence(chance, words, 3)}}
        )
    return Manuscript(
        number=number,
        language=language,
        title=f"{sentence(chance, words, 5)} {number}",
        slug=f"{'yazi' if language == 'tr' else 'article'}-{number}",
        date=str(date(2020, 1, 1) + timedelta(days=number % 2000)),
        intro=paragraph(chance, words),
        body=body,
        category=number % CATEGORIES,
        author=number % AUTHORS,
        related=[(number * 7 + step * 13 + 1) % count for step in range(RELATED)],
    )


def sentence(chance: random.Random, words: list[str], length: int) -> str:
    return " ".join(chance.choices(words, k=length)).capitalize()


def paragraph(chance: random.Random, words: list[str]) -> str:
    return ". ".join(sentence(chance, words, 8) for _ in range(3)) + "."
