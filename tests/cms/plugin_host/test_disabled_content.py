"""Content of a disabled plugin survives whatever editors do, in a process that runs without plugins."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_content_survives_while_its_plugin_is_disabled() -> None:
    folders = (ROOT, ROOT / "tests" / "settings")

    result = subprocess.run(
        [sys.executable, "-m", "pytest", Path(__file__).with_name("while_disabled.py"), "-q", "-n", "0"],
        check=False,
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "disabled_plugins",
            "PYTHONPATH": os.pathsep.join(map(str, folders)),
            "PYTEST_ADDOPTS": "-p no:cacheprovider",
        },
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert result.returncode == 0, result.stdout[-6000:]
