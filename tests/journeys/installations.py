"""An installation as an operator has it: released packages in an environment of their own, no checkout."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

UV = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
SERVER = ("--interface", "wsgi", "--no-ws", "--blocking-threads", "2", "--log-level", "warning")
LONGEST_START = 30  # seconds

Ask = Callable[[str], Any]  # Any: JSON


@dataclass(frozen=True)
class Installation:
    """A folder with an environment, a list of plugins and a database; `make` it, then install packages."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "env" / "bin" / "python"

    def make(self) -> None:
        run(UV, "venv", "--quiet", "--python", sys.executable, self.folder / "env")
        # The libraries that Dilmaç needs are those of the suite: fetching them again would prove nothing.
        packages = self.folder.glob("env/lib/python*/site-packages")
        next(packages).joinpath("libraries.pth").write_text(sysconfig.get_path("purelib"))
        (self.folder / "var").mkdir()
        self.list_plugins("")

    def install(self, wheel: Path) -> None:
        run(UV, "pip", "install", "--quiet", "--python", self.python, "--no-deps", "--reinstall", wheel)

    def list_plugins(self, entries: str) -> None:
        (self.folder / "plugins.py").write_text(f"CMS_PLUGINS = {{{entries}}}\n")

    def manage(self, *arguments: str, status: int = 0) -> str:
        """Run a management command where no checkout is; return what it prints."""
        command = [str(self.python), "-m", "django", *arguments]
        done = subprocess.run(
            command, check=False, cwd=self.folder, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    @contextmanager
    def serving(self) -> Iterator[Ask]:
        """Serve as in production, and give a function that asks over HTTP; stop at the end."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        address = ("--host", "127.0.0.1", "--port", str(port))
        command = [self.python, "-m", "granian", *SERVER, *address, "config.wsgi:application"]
        with (self.folder / "server.log").open("a") as log:
            server = subprocess.Popen(
                command, cwd=self.folder, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        try:
            wait_for(f"http://127.0.0.1:{port}/health", server)
            yield lambda query: post(f"http://127.0.0.1:{port}/graphql", query)
        finally:
            server.terminate()
            server.wait(timeout=20)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
            "PLUGINS_FILE": str(self.folder / "plugins.py"),
        }


def wheel_of(project: Path, folder: Path) -> Path:
    """Build the wheel of a project, as for a release; return where it lies."""
    before = set(folder.glob("*.whl"))
    run(UV, "build", "--quiet", "--wheel", "--out-dir", folder, project)
    (built,) = set(folder.glob("*.whl")) - before
    return built


def run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def post(address: str, query: str) -> Any:  # Any: JSON
    return requests.post(address, json={"query": query}, timeout=20).json()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and server.poll() is None:
        try:
            requests.get(address, timeout=5)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} does not answer")
