"""manage.py serve: one command from nothing to a running site. Nothing is begun before all can work."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.test.utils import override_settings
from django.urls import reverse
from rich.console import Console
from rich.table import Table

from cms.demo.accounts import Account, ensure_accounts
from cms.domain.readiness import apply_migrations, waiting_migrations

GRANIAN = (
    *("--interface", "wsgi", "--no-ws", "--host", "127.0.0.1"),
    *("--blocking-threads", "4", "--backpressure", "64", "--log-level", "warning"),
)


class Command(BaseCommand):
    help = "Migrate, build the demonstration site, make an administrator, and serve; reloads on change."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--port", type=int, default=settings.PORT, help="default: the variable PORT, or 8000"
        )
        parser.add_argument("--no-demo", action="store_true", help="do not build the demonstration site")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "serve is for one's own machine. In production run a WSGI server: config/README.md."
            )
        refuse_taken_port(options["port"])
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        # While DEBUG is on, Django keeps every query and asks SQLite to quote it again: twice the time.
        with override_settings(DEBUG=False):
            self.prepare(with_demo=not options["no_demo"])
        accounts = ensure_accounts(settings.VAR_DIR / "passwords.json")
        announce(options["port"], accounts)
        sys.stdout.flush()
        serve(options["port"])

    def prepare(self, *, with_demo: bool) -> None:
        if waiting := reachable_database_waits_for():
            self.stdout.write(f"Applying {waiting} migrations …")
            self.stdout.flush()
            apply_migrations()
        if with_demo:
            call_command("seed_demo")


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CommandError(
                f"Port {port} is in use. Stop what runs there, or choose another: PORT={port + 1} make serve"
            ) from None


def reachable_database_waits_for() -> int:
    try:
        return waiting_migrations()
    except DatabaseError as error:
        raise CommandError(f"The database does not answer; check DATABASE_URL. It says: {error}") from None


def announce(port: int, accounts: tuple[Account, ...]) -> None:
    """Print where everything is and how to sign in."""
    console = Console(highlight=False)
    places = Table.grid(padding=(0, 2))
    for name, view in (
        ("Example site", "example"),
        ("Admin", "wagtailadmin_home"),
        ("GraphiQL", "graphiql"),
        ("GraphQL", "graphql"),
        ("Health", "health"),
    ):
        places.add_row(f"[bold]{name}", f"http://localhost:{port}{reverse(view)}")
    for account in accounts:
        places.add_row(f"[bold]{account.title}", f"{account.username} / {account.password}")
    console.print()
    console.print(places)
    console.print("\nStop with Ctrl+C.\n", style="dim")


def serve(port: int) -> None:
    """Become the server: granian over WSGI, reloading when the project's own files change."""
    watched = [flag for folder in ("cms", "plugins", "config") for flag in ("--reload-paths", folder)]
    arguments = ["granian", *GRANIAN, "--port", str(port), "--reload", *watched, settings.WSGI_MODULE]
    os.chdir(settings.BASE_DIR)
    start_jobs()
    os.execv(sys.executable, [sys.executable, "-m", *arguments])  # noqa: S606 -- no shell is involved


def start_jobs() -> None:
    """Run the scheduled jobs beside the server; they end when it is gone."""
    subprocess.Popen([sys.executable, "manage.py", "run_jobs", "--forever"])
