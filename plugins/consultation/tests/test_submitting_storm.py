"""What is acknowledged is kept, whatever happens to the server; small. benchmarks/ has the large one."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def unused_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.mark.standalone
def test_what_was_acknowledged_survives_killing_the_server_across_the_closing_instant(tmp_path, unused_port):
    sizes = {"submissions": 300, "clients": 8, "kills": 3, "port": unused_port}
    arguments = [part for name, value in sizes.items() for part in (f"--{name}", str(value))]
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "VAR_DIR": str(tmp_path),
        "REDIS_URL": "",
        "PROXIES": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }

    ran = subprocess.run(
        [sys.executable, "-m", "plugins.consultation.benchmarks.submitting", *arguments],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    told = json.loads(ran.stdout)
    assert told["acknowledged"] + told["refused"] == 300
    assert told["every receipt verifies"]
    assert told["the record is whole"]
