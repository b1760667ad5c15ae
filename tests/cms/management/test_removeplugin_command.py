"""What an operator is told before, at and after the removal of a plugin."""

import builtins
from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from cms.plugin_host.declaration import PluginConfig
from cms.testing.factories import BilingualSite, make_page

Run = Callable[..., str]


@pytest.fixture
def disabled(monkeypatch: pytest.MonkeyPatch) -> PluginConfig:
    plugin = apps.get_app_config("timelines")
    assert isinstance(plugin, PluginConfig)
    monkeypatch.setattr(plugin, "enabled", False)
    return plugin


@pytest.fixture
def removeplugin(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; returns what it prints, and the reason at the end if it refuses."""

    def run(*arguments: str) -> str:
        refused = ""
        try:
            call_command("removeplugin", *arguments)
        except CommandError as error:
            refused = str(error)
        return capsys.readouterr().out + refused

    return run


def has_tables() -> bool:
    return any(table.startswith("timelines_") for table in connection.introspection.table_names())


@pytest.mark.django_db
def test_enabled_plugin_is_refused_with_the_line_to_change(removeplugin: Run) -> None:
    told = removeplugin("timelines", "--no-input")

    assert "cms.E120 timelines is enabled" in told
    assert '"timelines": {"enabled": False} in config/plugins.py, line ' in told
    assert told.endswith("timelines is not removed. What is in the way is said above.")
    assert has_tables()


@pytest.mark.usefixtures("disabled")
def test_content_is_told_with_its_addresses_and_the_rest_is_counted(
    bilingual_site: BilingualSite, removeplugin: Run
) -> None:
    for number in range(12):
        make_page(bilingual_site.turkish, apps.get_model("timelines.TimelinePage"), title=f"Süreç {number}")

    told = removeplugin("timelines", "--no-input")

    assert "timelines.TimelinePage: pages: 12\n    “Süreç 0” (tr) http://localhost:8000/admin/pages/" in told
    assert "    … and 2 more\n  → Delete these pages in the admin" in told
    assert told.endswith("timelines is not removed. What is in the way is said above.")


@pytest.mark.django_db
def test_dry_run_changes_nothing_and_asks_nothing(removeplugin: Run) -> None:
    told = removeplugin("timelines", "--dry-run")

    assert "No content of timelines is left.\nGoes with the plugin: " in told
    assert "auth.Permission" in told
    assert has_tables()


@pytest.mark.django_db
@pytest.mark.usefixtures("disabled")
@pytest.mark.parametrize("answer", ["", "yes", "networks"])
def test_only_the_label_is_a_yes(monkeypatch: pytest.MonkeyPatch, removeplugin: Run, answer: str) -> None:
    monkeypatch.setattr(builtins, "input", lambda _question: answer)

    told = removeplugin("timelines")

    assert told.endswith("timelines is not removed.")
    assert has_tables()


@pytest.mark.django_db
@pytest.mark.usefixtures("disabled")
def test_nobody_to_ask_is_a_no(monkeypatch: pytest.MonkeyPatch, removeplugin: Run) -> None:
    def nobody(question: str) -> str:
        raise EOFError

    monkeypatch.setattr(builtins, "input", nobody)

    assert removeplugin("timelines").endswith("nobody answers here. Repeat with --no-input.")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("disabled")
def test_removed_plugin_is_to_be_taken_out_of_the_list(removeplugin: Run) -> None:
    told = removeplugin("timelines", "--no-input")

    assert "Removed timelines. Nothing of it is left in the database." in told
    assert 'Now take "timelines" out of config/plugins.py, line ' in told
    assert not has_tables()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["glossary"], "'glossary' is not listed in config/plugins.py"),
        (["timelines", "--drop", "timelines.nothing"], "timelines has no timelines.nothing. Its models: "),
    ],
)
@pytest.mark.django_db
def test_what_does_not_exist_is_told(removeplugin: Run, arguments: list[str], told: str) -> None:
    assert removeplugin(*arguments, "--dry-run").startswith(told)
