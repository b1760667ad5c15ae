"""What an operator is shown about plugins, also while they cannot run."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

ROOT = Path(__file__).resolve().parents[3]
PLUGINS = ("consultation", "networks", "timelines")

Told = dict[str, Any]  # JSON


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., Told]:
    """What `plugins --json` says in a process with the plugins that are named, and an empty database."""

    def told(chosen: dict[str, object], *further: str) -> Told:
        answer = subprocess.run(
            [sys.executable, "manage.py", "plugins", "--json"],
            check=False,
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": f"{ROOT / 'tests' / 'settings'}{os.pathsep}{ROOT / 'tests'}",
                "DJANGO_SETTINGS_MODULE": "chosen_plugins",
                "CHOSEN_PLUGINS": json.dumps(chosen),
                "FURTHER_APPS": json.dumps(further),
                "VAR_DIR": str(tmp_path),
                "DATABASE_URL": f"sqlite:///{tmp_path / 'nowhere' / 'db.sqlite3'}",
            },
            capture_output=True,
            text=True,
            timeout=60,
        )
        return dict(json.loads(answer.stdout))

    return told


@pytest.mark.django_db
def test_every_plugin_is_told_with_what_it_adds(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("plugins", "--json")

    told = json.loads(capsys.readouterr().out)
    networks = next(plugin for plugin in told["plugins"] if plugin["label"] == "networks")
    assert [plugin["label"] for plugin in told["plugins"]] == sorted(PLUGINS)
    assert {plugin["state"] for plugin in told["plugins"]} == {"enabled"}
    assert (networks["version"], networks["requires_cms"], networks["pending"]) == ("1.0.0", ">=1.0,<2", [])
    assert (networks["contributes"]["page_types"], networks["contributes"]["blocks"]) == (1, 1)
    assert told["problems"] == []


@pytest.mark.django_db
def test_pending_migrations_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    latest = MigrationLoader(connection).graph.leaf_nodes("timelines")[0]
    MigrationRecorder(connection).record_unapplied(*latest)

    call_command("plugins", "--json")

    pending = {
        plugin["label"]: plugin["pending"] for plugin in json.loads(capsys.readouterr().out)["plugins"]
    }
    assert (pending["timelines"], pending["consultation"]) == ([latest[1]], [])


@pytest.mark.django_db
def test_table_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("plugins")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Plugins · API ")
    assert [line.split()[:4] for line in lines if "●" in line] == [
        [label, "1.0.0", "●", "enabled"] for label in PLUGINS
    ]


def test_states_are_told_apart(told: Callable[..., Told]) -> None:
    answer = told({"networks": {"a": 1}, "timelines": {"enabled": False}}, "fakes.too_new")

    assert {plugin["label"]: plugin["state"] for plugin in answer["plugins"]} == {
        "consultation": "available",
        "networks": "broken",
        "timelines": "disabled",
        "too_new": "broken",
    }
    assert {plugin["pending"] for plugin in answer["plugins"] if plugin["state"] == "broken"} == {None}


def test_problems_come_with_remedies(told: Callable[..., Told]) -> None:
    answer = told({"timelines": {"a": 1}}, "fakes.too_new")

    assert answer["problems"] == [
        {
            "plugin": "timelines 1.0.0",
            "code": "cms.E103",
            "problem": "takes no settings, but config/plugins.py gives a.",
            "remedy": "Remove them there.",
        },
        {
            "plugin": "too_new 9.0",
            "code": "cms.E102",
            "problem": "needs cms >=99, this is cms 1.0.",
            "remedy": 'Install a version that fits, or set {"enabled": False} in config/plugins.py.',
        },
    ]
