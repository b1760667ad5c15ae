"""A removed plugin leaves the database as it was before the plugin was ever enabled."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Locale, ModelLogEntry, Page, PageLogEntry, Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.domain.problems import record
from cms.domain.removal import removing
from cms.domain.removal.content import content_of
from cms.domain.removal.removing import ContentLeft, refusals, remove
from cms.domain.removal.traces import traces_of
from cms.models import JobRun, OutboxEntry, Problem
from cms.plugin_host.declaration import PluginConfig
from cms.testing.factories import BilingualSite, make_page, make_site

# Rows that are only there to find others, and the order in which Django happened to do something.
DERIVED = ("modelsearch_indexentry_fts", "sqlite_", "django_session")
# That there once was a page is told to readers for good, whoever made the page.
LASTING = ("cms_goneaddress",)
ACCIDENTAL = {"django_migrations": {"id", "applied"}, "django_content_type": {"id"}}

TRACES = {
    "auth.Permission",
    "cms.JobRun",
    "cms.OutboxEntry",
    "cms.Problem",
    "contenttypes.ContentType",
    "wagtail_localize.StringTranslation",
    "wagtail_localize.TranslatableObject",
    "wagtail_localize.TranslationSource",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
}
Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture
def timelines() -> PluginConfig:
    plugin = apps.get_app_config("timelines")
    assert isinstance(plugin, PluginConfig)
    return plugin


@pytest.fixture
def removed(transactional_db: None, timelines: PluginConfig) -> Tables:
    """The database as a site has it that never had the plugin, with a page of its own."""
    make_page(make_site().turkish, title="Yazı")
    remove(timelines)
    return tables()


def tables() -> Tables:
    """Return every row of every table."""
    found: Tables = {}
    for table in sorted(connection.introspection.table_names()):
        if table.startswith((*DERIVED, *LASTING)):
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- our own names
            columns = [column[0] for column in cursor.description or ()]
            ignored = ACCIDENTAL.get(table, set())
            rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
        found[table] = sorted(
            ({name: value for name, value in row.items() if name not in ignored} for row in rows), key=repr
        )
    return found


def enable(label: str) -> None:
    """Make the tables, content types and permissions of the plugin, as an operator does."""
    call_command("migrate", label, verbosity=0)


def use(site_page: Page) -> None:
    """Do with the plugin what people and the system do over the years, then delete the content."""
    page = make_page(
        site_page, apps.get_model("timelines.TimelinePage"), title="Süreç sayfası", intro="Giriş"
    )
    source = TranslationSource.get_or_create_from_instance(page)[0]
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=english,
            defaults={"data": "Translated"},
        )
    translation.save_target(publish=True)
    activity = apps.get_model("timelines.Activity").objects.create(key="a", kind="meeting")
    activity.save_revision()
    log(activity, "wagtail.edit")
    log(page, "wagtail.edit")
    editors = Group.objects.get(name="Editors")
    editors.permissions.add(*Permission.objects.filter(content_type__app_label="timelines"))
    now = timezone.now()
    JobRun.objects.create(name="timelines.check", due_at=now)
    OutboxEntry.objects.create(event="cms.page_published", payload={}, subscriber="timelines.x", due_at=now)
    OutboxEntry.objects.create(event="timelines.changed", payload={}, subscriber="networks.x", due_at=now)
    record(ValueError(), owner="timelines", kind=Problem.Kind.JOB, place="timelines.check")
    for version in page.get_translations(inclusive=True):
        version.delete()
    activity.delete()


def test_nothing_is_left_of_a_plugin_that_was_used_for_years(
    removed: Tables, timelines: PluginConfig
) -> None:
    enable("timelines")
    use(Page.objects.get(depth=2, locale__language_code="tr"))

    told = traces_of(timelines)
    remove(timelines)

    assert set(told) >= TRACES
    assert tables() == removed


@pytest.mark.usefixtures("removed")
def test_nothing_names_a_plugin_that_is_gone() -> None:
    naming = [
        (table, row)
        for table, rows in tables().items()
        for row in rows
        if "timelines" in table or "timelines" in repr(row)
    ]

    assert naming == []


@pytest.mark.django_db
def test_content_forbids_the_removal(bilingual_site: BilingualSite, timelines: PluginConfig) -> None:
    make_page(bilingual_site.turkish, apps.get_model("timelines.TimelinePage"), title="Süreç")
    before = ContentType.objects.filter(app_label="timelines").count()

    with pytest.raises(ContentLeft) as refused:
        remove(timelines)

    assert [finding.what for finding in refused.value.findings] == ["timelines.TimelinePage: pages"]
    assert ContentType.objects.filter(app_label="timelines").count() == before > 0


@pytest.mark.django_db
def test_enabled_plugin_is_refused_with_its_line(timelines: PluginConfig) -> None:
    refused = list(refusals(timelines, line=10))

    assert [refusal.code for refusal in refused] == ["cms.E120"]
    assert "config/plugins.py, line 10" in refused[0].remedy


@pytest.mark.django_db
def test_tables_that_others_are_built_on_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wagtail = apps.get_app_config("wagtailcore")
    monkeypatch.setattr(wagtail, "enabled", False, raising=False)

    refused = [refusal for refusal in refusals(wagtail) if refusal.code == "cms.E121"]  # type: ignore[arg-type]

    assert "Remove" in refused[0].remedy
    assert "timelines" in refused[0].problem


@pytest.mark.django_db
def test_migrations_without_a_way_back_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    queue = apps.get_app_config("django_tasks_database")  # one of its migrations cannot be undone
    monkeypatch.setattr(queue, "enabled", False, raising=False)

    (refused,) = refusals(queue)  # type: ignore[arg-type]  # an app, for its migrations

    assert (refused.code, "django_tasks_database.0013" in refused.problem) == ("cms.E122", True)
    assert "RunPython.noop" in refused.remedy


@pytest.mark.django_db
@pytest.mark.parametrize("label", ["consultation", "networks", "timelines"])
def test_plugins_of_the_product_can_be_removed(label: str) -> None:
    plugin = apps.get_app_config(label)
    assert isinstance(plugin, PluginConfig)

    assert [refusal.code for refusal in refusals(plugin)] == ["cms.E120"]  # enabled, and nothing else


@pytest.mark.django_db
def test_what_is_deleted_elsewhere_stays(bilingual_site: BilingualSite, timelines: PluginConfig) -> None:
    page = make_page(bilingual_site.turkish, title="Yazı")
    log(page, "wagtail.edit")
    JobRun.objects.create(name="timelinesandmore.check", due_at=timezone.now())
    before = (Revision.objects.count(), PageLogEntry.objects.count(), ModelLogEntry.objects.count())

    removing.delete_traces(timelines)

    assert (Revision.objects.count(), PageLogEntry.objects.count(), ModelLogEntry.objects.count()) == before
    assert JobRun.objects.filter(name="timelinesandmore.check").exists()
    assert content_of(timelines) == ()
