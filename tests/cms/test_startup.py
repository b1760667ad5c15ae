"""What cannot work is told at once, in plain words and completely; nothing is begun before."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.standalone

ROOT = Path(__file__).resolve().parents[2]

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """Run manage.py on a scratch database, with an environment that holds nothing else."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": f"{ROOT / 'tests' / 'settings'}{os.pathsep}{ROOT / 'tests'}",
        "VAR_DIR": str(tmp_path / "var"),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }

    def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            check=False,
            cwd=ROOT,
            env={**environment, **variables},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


def with_plugins(plugins: dict[str, object], *further: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "chosen_plugins",
        "CHOSEN_PLUGINS": json.dumps(plugins),
        "FURTHER_APPS": json.dumps(further),
    }


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.mark.parametrize("command", ["check", "serve", "migrate"])
def test_a_wrong_environment_is_told_completely(manage: Manage, tmp_path: Path, command: str) -> None:
    answer = manage(command, PORT="70000", DATABASE_URL="mysql://x", REDIS_URL="nowhere", TASKS="later")

    assert (answer.returncode, answer.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert answer.stderr.splitlines() == [
        "Dilmaç cannot start.",
        "The environment does not fit. Set these variables (config/README.md explains each):",
        "  DATABASE_URL: Value error, must begin with sqlite:// or postgres://",
        "  PORT: Input should be less than or equal to 65535",
        "  REDIS_URL: String should match pattern '^(rediss?|unix)://.+|^$'",
        "  TASKS: Input should be 'immediate' or 'database'",
    ]


def test_production_asks_for_everything_that_has_no_safe_default(manage: Manage) -> None:
    answer = manage("check", DJANGO_SETTINGS_MODULE="config.settings.production")

    assert answer.returncode == 1
    assert [line.split(":")[0].strip() for line in answer.stderr.splitlines()[2:]] == [
        "ALLOWED_HOSTS",
        "CMS_URL",
        "FRONTEND_URL",
        "RECEIPT_KEY",
        "SECRET_KEY",
    ]


def test_a_secret_is_never_repeated(manage: Manage) -> None:
    answer = manage("check", SECRET_KEY="too-short-to-be-secret")

    assert answer.returncode == 1
    assert "SECRET_KEY" in answer.stderr
    assert "too-short-to-be-secret" not in answer.stderr


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        pytest.param(
            with_plugins({"netwroks": {}}),
            "Plugin netwroks: is listed in config/plugins.py, but there is no module plugins.netwroks. "
            "Install it, or correct the label. Known labels: consultation, networks, timelines.",
            id="unknown label",
        ),
        pytest.param(
            with_plugins({"timelines": {"colour": "green"}}),
            "Plugin timelines 1.0.0: takes no settings, but config/plugins.py gives colour.",
            id="wrong settings",
        ),
        pytest.param(
            with_plugins({}, "fakes.too_new"),
            "Plugin too_new 9.0: needs cms >=99, this is cms 1.0.",
            id="needs a newer cms",
        ),
    ],
)
@pytest.mark.parametrize("command", ["check", "serve"])
def test_a_plugin_that_cannot_run_is_named_with_a_remedy(
    manage: Manage, tmp_path: Path, command: str, chosen: dict[str, str], told: str
) -> None:
    answer = manage(command, **chosen)

    assert (answer.returncode, answer.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert told in answer.stderr
    assert "config/plugins.py" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_every_plugin_problem_is_told_at_once(manage: Manage) -> None:
    answer = manage("check", **with_plugins({"networks": {"a": 1}, "timelines": {"b": 2}}, "fakes.too_new"))

    assert answer.returncode == 1
    assert [answer.stderr.count(code) for code in ("cms.E102", "cms.E103")] == [1, 2]


def test_the_demonstration_is_not_begun_without_migrations(manage: Manage) -> None:
    answer = manage("seed_demo")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("CommandError: Migrations not applied: ")
    assert answer.stderr.endswith("; run manage.py migrate.\n")


def test_a_taken_port_is_told_before_anything_is_touched(
    manage: Manage, tmp_path: Path, taken_port: int
) -> None:
    answer = manage("serve", PORT=str(taken_port))

    assert (answer.returncode, answer.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert answer.stderr == (
        f"CommandError: Port {taken_port} is in use. Stop what runs there, or choose another: "
        f"PORT={taken_port + 1} make serve\n"
    )


@pytest.mark.parametrize("command", ["serve", "seed_demo"])
def test_a_database_that_does_not_answer_is_told(manage: Manage, command: str) -> None:
    answer = manage(command, DATABASE_URL="postgres://nobody@127.0.0.1:1/nowhere")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("CommandError: The database does not answer; check DATABASE_URL")


def test_serve_refuses_to_run_in_public(manage: Manage, tmp_path: Path) -> None:
    answer = manage("serve", DJANGO_SETTINGS_MODULE="config.settings.test")

    assert (answer.returncode, answer.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert answer.stderr.startswith("CommandError: serve is for one's own machine.")
