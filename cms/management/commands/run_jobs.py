"""manage.py run_jobs: runs the scheduled jobs that are due, once or until it is stopped."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from cms.domain.jobs import run_due

PAUSE = 20  # seconds between two looks at what is due


class Command(BaseCommand):
    help = "Run the scheduled jobs that are due. Let a scheduler call it every minute, or use --forever."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--forever", action="store_true", help="look again every 20 seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        self.run()
        if options["forever"]:
            with suppress(KeyboardInterrupt):
                self.run_forever()

    def run_forever(self) -> None:
        """Return when the process that started this one is gone."""
        starter = os.getppid()
        while os.getppid() == starter:
            time.sleep(PAUSE)
            close_old_connections()
            self.run()

    def run(self) -> None:
        for record in run_due(timezone.now()):
            if record.succeeded:
                self.stdout.write(f"{record.name}: {record.note or 'done'}")
            else:
                self.stderr.write(f"{record.name}: failed; see Problems in the admin, or the log.")
