"""A plugin of the product moves to a repository of its own by being moved, and nothing else."""

import os
from pathlib import Path

import pytest
from checkouts import copy_of_checkout, run

pytestmark = pytest.mark.standalone

# What its own repository says so that pytest finds a package without an __init__.py above it.
OPTIONS = ("-o", "consider_namespace_packages=true", "-o", "pythonpath=.", "-p", "cms.testing.pytest_plugin")


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A checkout from which networks has moved to the folder "own" beside it."""
    host = copy_of_checkout(tmp_path / "host")
    (tmp_path / "own/plugins").mkdir(parents=True)
    (host / "plugins/networks").rename(tmp_path / "own/plugins/networks")
    return host


@pytest.mark.parametrize(
    "command",
    [("check",), ("makemigrations", "--check", "--dry-run"), ("contract", "export", "--check")],
    ids=" ".join,
)
def test_the_host_is_the_same_with_a_plugin_that_has_moved(host: Path, command: tuple[str, ...]) -> None:
    own = host.parent / "own"

    answer = run(host, "manage.py", *command, PYTHONPATH=str(own))

    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_plugin_is_found_where_it_lives(host: Path) -> None:
    own = host.parent / "own"

    answer = run(host, "-c", "import plugins.networks as n; print(n.__file__)", PYTHONPATH=str(own))

    assert answer.stdout.strip() == str(own / "plugins/networks/__init__.py")


def test_its_tests_run_where_it_lives(host: Path) -> None:
    own = host.parent / "own"

    answer = run(
        own,
        *("-m", "pytest", "-q", *OPTIONS, "plugins/networks/tests/test_api.py"),
        PYTHONPATH=os.pathsep.join([str(own), str(host)]),
        DJANGO_SETTINGS_MODULE="config.settings.test",
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr
