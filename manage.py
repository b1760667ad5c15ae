#!/usr/bin/env python
"""Django's command line. A configuration that cannot work is told in plain words, without a traceback."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"Dilmaç cannot start.\n{problem}")


if __name__ == "__main__":
    main()
