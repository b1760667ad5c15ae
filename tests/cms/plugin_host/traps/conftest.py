"""Every trap is shown in stock Django, Wagtail or graphene, where it snaps, and then with us."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cms.api import Contribution
from cms.plugin_host.composition import PluginSet

ROOT = Path(__file__).resolve().parents[4]


@dataclass(frozen=True, eq=False)
class Contributor:
    """A plugin, as far as composition looks at it."""

    label: str
    contribution: Contribution
    enabled: bool = True

    def contribute(self) -> Contribution:
        return self.contribution


@pytest.fixture
def composed():
    """Return the set of plugins of this process, and with it plugins that contribute these root fields."""

    def composed(**queries):
        plugins = PluginSet.installed()
        added = [Contributor(label, Contribution(queries=(query,))) for label, query in queries.items()]
        return PluginSet(plugins.core, (*plugins.plugins, *added))

    return composed


@pytest.fixture
def told_by_process(tmp_path: Path) -> Callable[..., Any]:
    """Run Python in a process with these plugins in config/plugins.py; return the JSON that it prints."""
    wheel = tmp_path / "fakes-1.0.dist-info"
    wheel.mkdir()
    (wheel / "METADATA").write_text("Metadata-Version: 2.1\nName: fakes\nVersion: 1.0\n")
    (wheel / "entry_points.txt").write_text("[dilmac.plugins]\nself_discovering = fakes.self_discovering\n")

    def told_by_process(code: str, **plugins: dict[str, object]) -> Any:
        paths = (ROOT / "tests" / "settings", ROOT / "tests", tmp_path)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHONPATH": os.pathsep.join(map(str, paths)),
            "VAR_DIR": str(tmp_path / "var"),
            "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "chosen_plugins",
            "CHOSEN_PLUGINS": json.dumps(plugins),
        }
        program = f"import django, json, sys\ndjango.setup()\n{code}"
        answer = subprocess.run(
            [sys.executable, "-c", program], check=True, cwd=ROOT, env=environment, capture_output=True
        )
        return json.loads(answer.stdout)

    return told_by_process
