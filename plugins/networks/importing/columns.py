"""What a column of a table may say, and which of it a heading probably means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.api import fold


class Target(TextChoices):
    """What a column is taken for."""

    KEY = "key", _("Key of the record")
    EXTERNAL = "local", _("Key in the other directory")
    NAME_TR = "name_tr", _("Name, Turkish")
    NAME_EN = "name_en", _("Name, English")
    ACRONYM = "acronym", _("Acronym")
    ALIAS = "alias", _("Also known as")
    FORMER = "former", _("Former name")
    KIND = "kind", _("Kind")
    BODY_TYPE = "body_type", _("Sort of body")
    STATUS = "status", _("Status")
    COUNTRY = "country", _("country of its seat")
    WEBSITE = "website", _("Home page")
    FOUNDED = "founded", _("Founded, as EDTF")
    ENDED = "ended", _("Ended, as EDTF")
    CONCEPTS = "concepts", _("Concepts, as taxonomy/key")
    LANGUAGES = "languages", _("languages of service")
    ROR = "ror", "ROR"
    ISNI = "isni", "ISNI"
    WIKIDATA = "wikidata", "Wikidata"
    LEI = "lei", "LEI"
    NOTE = "note", _("note for editors")


IDENTIFIERS = (Target.EXTERNAL, Target.ROR, Target.ISNI, Target.WIKIDATA, Target.LEI)

_ALSO_CALLED = {
    Target.KEY: ("anahtar",),
    Target.EXTERNAL: ("external key", "external id", "id", "dış anahtar"),
    Target.NAME_TR: ("ad", "adı", "türkçe ad", "name tr", "kurum adı"),
    Target.NAME_EN: ("name", "english name", "name en", "ingilizce ad"),
    Target.ACRONYM: ("kısaltma", "short name"),
    Target.ALIAS: ("aliases", "diğer adlar"),
    Target.FORMER: ("former name", "former names", "eski ad", "eski adı"),
    Target.KIND: ("tür", "türü"),
    Target.BODY_TYPE: ("type", "body type"),
    Target.STATUS: ("durum",),
    Target.COUNTRY: ("ülke", "country code"),
    Target.WEBSITE: ("web", "url", "homepage", "web sitesi", "adres"),
    Target.FOUNDED: ("kuruluş", "kuruluş yılı", "founded in", "established"),
    Target.ENDED: ("bitiş", "dissolved"),
}


def guessed(header: Iterable[str]) -> dict[str, str]:
    """Return heading → target where the heading says what it is; each target once."""
    known = {
        _plain(called): target
        for target in Target
        for called in (target.value, *_ALSO_CALLED.get(target, ()))
    }
    mapping: dict[str, str] = {}
    for heading in header:
        target = known.get(_plain(heading))
        if target and target not in mapping.values():
            mapping[heading] = target.value
    return mapping


def cells(header: Iterable[str], row: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return target → text of one row; columns that are mapped to nothing are left out."""
    return {mapping[name]: text for name, text in zip(header, row, strict=False) if mapping.get(name)}


def split(text: str) -> list[str]:
    """Return the values of a cell, parted by `|`."""
    return [part.strip() for part in text.split("|") if part.strip()]


def _plain(heading: str) -> str:
    return fold(heading, language="tr").replace("_", " ").replace("-", " ").strip()
