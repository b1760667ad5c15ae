"""Runs the small plugins of tests/fakes in processes of their own, as an operator would install them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files import locks

ROOT = Path(__file__).resolve().parents[4]
FAKES = sorted(path.parent.name for path in (ROOT / "tests" / "fakes").glob("*/apps.py"))
CONFORMING = (
    "alters_another_app",
    "crashing_resolver",
    "illegal_name",
    "leaking_permission",
    "n_plus_one",
    "polite",
    "self_discovering",
)
NOT_STARTING = (
    ("crashing_import",),
    ("colliding_field", "colliding_type"),
    ("cyclic_one", "cyclic_two", "missing_dependency", "too_new"),
)

Verdict = tuple[str, str]  # the check or code, and everything that it says


@dataclass(frozen=True)
class Installation:
    """A checkout on another machine, as it were: its own database and uploads, with the fakes installed."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "db.sqlite3"

    @property
    def var(self) -> Path:
        return self.folder / "var"

    def manage(self, plugins: Sequence[str], *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run manage.py with these plugins in config/plugins.py."""
        paths = (ROOT / "tests" / "settings", ROOT / "tests", self.folder)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PYTHONPATH": os.pathsep.join(map(str, paths)),
            "VAR_DIR": str(self.var),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "chosen_plugins",
            "CHOSEN_PLUGINS": json.dumps({label: {} for label in plugins}),
        }
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
        )


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("installation")
    wheel = folder / "fakes-1.0.dist-info"
    wheel.mkdir()
    (wheel / "METADATA").write_text("Metadata-Version: 2.1\nName: fakes\nVersion: 1.0\n")
    points = "\n".join(f"{label} = fakes.{label}" for label in FAKES)
    (wheel / "entry_points.txt").write_text(f"[dilmac.plugins]\n{points}\n")
    # What a deployment has is enough: there, pytest is not installed.
    (folder / "pytest.py").write_text('raise ModuleNotFoundError("No module named pytest")')
    # Templates of databases are kept from run to run; nothing else of the real folder is seen.
    kept = Path(settings.VAR_DIR, "test-databases")
    kept.mkdir(parents=True, exist_ok=True)
    (folder / "var").mkdir()
    (folder / "var" / "test-databases").symlink_to(kept.resolve())
    return Installation(folder)


@pytest.fixture(scope="session")
def verdicts(
    installation: Installation, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Verdict]]:
    """Fake → the checks and codes that it fails. Found out once, however many processes run tests."""
    with shared_file(tmp_path_factory, "verdicts.json") as file:
        if not file.stat().st_size:
            told = [*broken_promises(installation), *startup_errors(installation)]
            found = {label: [verdict for at, *verdict in told if label in at] for label in FAKES}
            file.write_text(json.dumps(found))
        known = json.loads(file.read_text())
    return {label: [(name, text) for name, text in found] for label, found in known.items()}


def broken_promises(installation: Installation) -> Iterator[tuple[str, str, str]]:
    answer = installation.manage(CONFORMING, "conform", *CONFORMING, "--json")
    for card in json.loads(answer.stdout):
        for check in card["checks"]:
            if check["findings"]:
                sentences = [" ".join(finding.values()) for finding in check["findings"]]
                yield card["plugin"], check["name"], "\n".join(sentences)


def startup_errors(installation: Installation) -> Iterator[tuple[str, str, str]]:
    """Yield what manage.py check says: where, with which code, and the sentence with its hint."""
    for labels in NOT_STARTING:
        told = installation.manage(labels, "check").stderr
        for code, plugin, text in re.findall(
            r"\(?(cms\.E\d+)\)? Plugin (\S+)(.*?)(?=\n\s*\n|\n\?|\Z)", told, re.DOTALL
        ):
            yield f"{plugin} {text if 'cycle' in text else ''}", code, text


@contextmanager
def shared_file(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """Have one process at a time look at a file that all workers of this run see."""
    base = factory.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (folder / name).open("a") as file:
        locks.lock(file, locks.LOCK_EX)
        yield folder / name
