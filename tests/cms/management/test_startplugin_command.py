"""A plugin that startplugin writes works at birth: in a copy of this checkout, and as a distribution."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[3]
BIN = Path(sys.executable).parent

pytestmark = pytest.mark.standalone


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of this checkout, as git would give it."""
    copy = tmp_path / "checkout"
    for folder in ("cms", "plugins", "config", "tests/architecture", "frontend_contract"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("manage.py", "pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / file, copy)
    subprocess.run(["git", "init", "--quiet", copy], check=True)
    return copy


def run(folder: Path, *command: str | Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a folder, with data of its own and an environment that holds nothing else."""
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent),
        "VAR_DIR": str(folder.parent / "var"),
        "DATABASE_URL": f"sqlite:///{folder.parent / 'db.sqlite3'}",
        "PYTHONPATH": str(folder),
        "PYTEST_ADDOPTS": "-p no:cacheprovider",
    }
    return subprocess.run(
        command,
        check=False,
        cwd=folder,
        env={**environment, **variables},
        capture_output=True,
        text=True,
        timeout=600,
    )


def manage(folder: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return run(folder, sys.executable, "manage.py", *arguments, **variables)


def install(module: str, label: str, site: Path) -> None:
    """Make a distribution known as pip would, without building it."""
    metadata = site / f"{module}-0.1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 0.1.0\n")
    (metadata / "entry_points.txt").write_text(f"[dilmac.plugins]\n{label} = {module}\n")


def test_plugin_of_the_checkout_works_and_keeps_the_rules_of_the_house(checkout: Path) -> None:
    written = manage(checkout, "startplugin", "glossary", "--turkish-name", "Sözlük")
    subprocess.run(["git", "add", "--all"], cwd=checkout, check=True)

    commands: list[list[str]] = [
        ["ruff", "format", "--check", "plugins/glossary", "config/plugins.py"],
        ["ruff", "check", "plugins/glossary"],
        ["lint-imports", "--no-cache"],
        [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run", "glossary"],
        ["pytest", "plugins/glossary/tests/test_entries.py", "tests/architecture/test_catalogues.py"],
        ["pytest", "tests/architecture/test_borders.py", "-k", "plugin"],
    ]
    failed = [result for command in commands if (result := run(checkout, *command)).returncode]

    assert written.stdout.splitlines() == [
        "Wrote the plugin into plugins/glossary.",
        "Next:",
        "  1. python manage.py migrate",
        "  2. make contract",
        "  3. pytest plugins/glossary",
    ]
    assert [(result.args, result.stdout[-3000:], result.stderr[-3000:]) for result in failed] == []


def test_distribution_passes_its_own_ci(tmp_path: Path, checkout: Path) -> None:
    package, site = tmp_path / "package", tmp_path / "site"

    manage(checkout, "startplugin", "glossary", "--package", "--directory", str(package))
    install("dilmac_glossary", "glossary", site)
    result = run(package, ".ci/run", PYTHONPATH=f"{site}{os.pathsep}{checkout}")

    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    assert manage(checkout, "check").returncode == 0


@pytest.fixture
def empty_checkout(tmp_path: Path, settings: Any) -> Path:
    """A folder with nothing but the two files that name plugins."""
    settings.BASE_DIR = tmp_path
    (tmp_path / "config").mkdir()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "config" / "plugins.py", tmp_path / "config")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["networks"], "'networks' is taken by an app or a plugin. Choose another label."),
        (["auth"], "'auth' is taken by an app or a plugin. Choose another label."),
        (["Glossary"], "'Glossary' cannot be a label: use small letters a–z and digits"),
        (["glossary", "--name", "A{}"], "'A{}' cannot be a name: use at most 60 characters"),
        (["glossary", "--directory", "x"], "--directory goes with --package"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_written(
    empty_checkout: Path, arguments: list[str], told: str
) -> None:
    before = sorted(empty_checkout.rglob("*"))

    with pytest.raises(CommandError, match=re.escape(told)):
        call_command("startplugin", *arguments)

    assert sorted(empty_checkout.rglob("*")) == before


def test_what_cannot_be_registered_is_told(empty_checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (empty_checkout / "config" / "plugins.py").write_text("CMS_PLUGINS = dict()\n")
    (empty_checkout / "pyproject.toml").write_text("[project]\n")

    call_command("startplugin", "glossary")

    section = '[project.entry-points."dilmac.plugins"]'
    assert capsys.readouterr().out.splitlines()[2:4] == [
        f'  1. {section} in pyproject.toml: add the line glossary = "plugins.glossary"',
        '  2. CMS_PLUGINS in config/plugins.py: add "glossary": {}',
    ]
