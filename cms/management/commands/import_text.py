"""manage.py import_text: turns a file into a draft and prints what is wrong with its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation
from wagtail.models import Page, Site, get_page_models

from cms.domain.importing.drafts import draft_from
from cms.domain.importing.examination import Examination, examine
from cms.domain.routing import normalised, url_path_of
from cms.domain.visibility import Audience
from cms.models.pages import BodyPage, HomePage
from cms.plugin_host.composition import PluginSet

LARGEST = 5_000_000


class Command(BaseCommand):
    help = "Turn a file of plain text or HTML into a draft, and print what is wrong with it, line by line."

    def add_arguments(self, parser: CommandParser) -> None:
        languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", required=True, choices=languages, help="the language of the text")
        parser.add_argument(
            "--parent", required=True, help="a page's path with its language, /tr/program/, or its number"
        )
        parser.add_argument("--type", default="article", choices=sorted(page_types()))
        parser.add_argument("--dry-run", action="store_true", help="only print the report")
        parser.add_argument(
            "--report-in",
            choices=languages,
            default=settings.LANGUAGE_CODE,
            help="the language of the report",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        model = page_types()[options["type"]]
        parent = parent_named(options["parent"], options["language"])
        data = read(options["file"])
        with translation.override(options["report_in"]):
            examination = examine(data, language=options["language"], name=options["file"].name)
            self.print_report(examination)
            if examination.source is None or examination.is_refused:
                raise CommandError("Nothing was imported: the report names the errors.")
            if options["dry_run"]:
                return
            try:
                page = draft_from(examination.source, parent=parent, model=model)
            except ValidationError as error:
                raise CommandError("Nothing was imported. " + " ".join(error.messages)) from error
        self.stdout.write(f"Draft {page.pk}: {page.title}")

    def print_report(self, examination: Examination) -> None:
        for finding in examination.findings:
            place = f"{finding.line:>5}  {finding.severity:<8}{finding.code:<21}"
            self.stdout.write(f"{place}{finding.message}")
        self.stdout.write(f"{len(examination.findings)} findings.")


def page_types() -> dict[str, type[BodyPage]]:
    """Return the page types that a text can become, by short name: article, section."""
    enabled = PluginSet.installed()
    return {
        model._meta.model_name.removesuffix("page"): model
        for model in get_page_models()
        if issubclass(model, BodyPage) and model is not HomePage and enabled.is_enabled(model)
    }


def read(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file} is larger than {LARGEST // 1_000_000} MB. Import it in parts.")
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def parent_named(name: str, language: str) -> Page:
    page = Page.objects.filter(depth__gt=1).filter(**place_of(name)).select_related("locale").first()
    if page is None:
        raise CommandError(f"There is no page at {name}. Name one by its path, /tr/program/, or its number.")
    if page.locale.language_code != language:
        raise CommandError(
            f"{name} is a page in {page.locale.language_code}, and the text is in {language}. "
            f"Name a page in {language}."
        )
    return page


def place_of(name: str) -> dict[str, object]:
    if name.isdecimal():
        return {"pk": int(name)}
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise CommandError("There is no default site, so no page has a path. Name the page by its number.")
    audience = Audience(site, PluginSet.installed(), timezone.now())
    return {"url_path": url_path_of(normalised(name), audience) or ""}
