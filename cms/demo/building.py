"""Builds demonstration content from plain values. What exists already is left as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

import yaml
from django.conf import settings
from django.db.models import Model
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Locale, Page, Site

from cms.demo.bodies import Converter, raw_body, with_ids
from cms.demo.translating import link_translation
from cms.models import ContentDocument, ContentImage, LanguageVersion

NAMESPACE = UUID("6f2b1c1e-5d0a-4c5e-9a53-0d2f5f5a7c11")  # arbitrary, and fixed for ever
AnyModel = TypeVar("AnyModel", bound=Model)
AnyPage = TypeVar("AnyPage", bound=Page)

Values = Mapping[str, Any]  # Any: whatever the fields of a model take


@dataclass
class DemoSite:
    """The demonstration site while it is built. Everything has a key, and the same key is the same thing."""

    report: Callable[[str], None] = lambda _: None
    documents: dict[str, ContentDocument] = field(default_factory=dict)
    images: dict[str, ContentImage] = field(default_factory=dict)
    converters: dict[str, Converter] = field(default_factory=dict)
    menu_pages: list[tuple[str, str]] = field(default_factory=list)
    has_grown: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """Content languages; the first is the one that others are translated from."""
        codes = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
        return tuple(sorted(codes, key=lambda code: code != settings.LANGUAGE_CODE))

    @cached_property
    def locales(self) -> dict[str, Locale]:
        return {code: Locale.objects.get_or_create(language_code=code)[0] for code in self.languages}

    @property
    def site(self) -> Site:
        return Site.objects.get(is_default_site=True)

    def contents(self, path: Path) -> Any:  # Any: YAML
        """Return what a YAML file says."""
        return yaml.safe_load(path.read_text(encoding="utf-8"))

    def translation_key(self, key: str) -> UUID:
        """Return the translation key of a thing, the same in every run and on every machine."""
        return uuid5(NAMESPACE, key)

    def page(self, key: str, language: str) -> Page | None:
        """Return a page that was put before; None when it does not exist in the language."""
        pages = Page.objects.filter(translation_key=self.translation_key(f"page.{key}"))
        page = pages.filter(locale=self.locales[language]).first()
        return page.specific if page else None

    def document(self, key: str) -> ContentDocument:
        return self.documents[key]

    def teach(self, name: str, convert: Converter) -> None:
        """Say how a block of a plugin is built from the value that a body gives under this name."""
        self.converters[name] = convert

    def join_menu(self, handle: str, page: str) -> None:
        """Add a page to the end of a menu, in every language it exists in."""
        self.menu_pages.append((handle, page))

    def body(self, blocks: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
        """Return the stored form of a body. Blocks that nobody knows are left out."""
        return raw_body(blocks, language, self)

    def put_page(
        self,
        key: str,
        model: type[AnyPage],
        *,
        parent: str,
        language: str,
        fields: Values,
        diverges: str = "",
        publish: bool = True,
    ) -> AnyPage:
        """Return the page, created and published unless it exists; what editors changed stays.

        In a language other than the first it is linked to the first as its translation, unless it says why
        it `diverges`.
        """
        if existing := self.page(key, language):
            return existing  # type: ignore[return-value]  # the same key is the same type
        above = self.page(parent, language)
        if above is None:
            raise LookupError(f"Demo page {key!r}: its parent {parent!r} does not exist in {language!r}.")
        page = self._new_page(key, model, language, fields)
        above.add_child(instance=page)
        self.added(page.title)
        return self.publish_page(page, diverges=diverges) if publish else page

    def publish_page(self, page: AnyPage, *, diverges: str = "") -> AnyPage:
        page.save_revision(log_action=False).publish()
        published: AnyPage = type(page).objects.get(pk=page.pk)
        if diverges:
            LanguageVersion.objects.update_or_create(
                page=published,
                defaults={"policy": LanguageVersion.Policy.DIVERGES, "divergence_note": diverges},
            )
        else:
            self._link_to_original(published)
        return published

    def put(self, model: type[AnyModel], key: str, language: str, fields: Values) -> AnyModel:
        """Return the entry, created (and published, if it has drafts) unless it exists."""
        identity = {"translation_key": self.translation_key(key), "locale": self.locales[language]}
        if existing := model._default_manager.filter(**identity).first():
            return existing
        entry = model(**identity, **fields)
        entry.save()
        if isinstance(entry, DraftStateMixin):
            entry.save_revision().publish()
        self.added(str(entry))
        return entry

    def added(self, title: str) -> None:
        """Note that something new was made."""
        self.has_grown = True
        self.report(title)

    def _new_page(self, key: str, model: type[AnyPage], language: str, fields: Values) -> AnyPage:
        translation_key = self.translation_key(f"page.{key}")
        return model(
            translation_key=translation_key,
            locale=self.locales[language],
            live=False,
            **stored(model, fields, translation_key),
        )

    def _link_to_original(self, page: Page) -> None:
        original = self.locales[self.languages[0]]
        if page.locale_id == original.pk:
            return
        source = Page.objects.filter(translation_key=page.translation_key, locale=original).first()
        if source is not None and source.live:
            link_translation(source.specific, page)


def stored(model: type[Model], fields: Values, seed: UUID) -> dict[str, Any]:
    """Return the fields as the model takes them: bodies as JSON, block ids the same in every language."""
    streams = {field.name for field in model._meta.get_fields() if isinstance(field, StreamField)}
    return {
        name: json.dumps(with_ids(value, seed)) if name in streams and isinstance(value, list) else value
        for name, value in fields.items()
    }
