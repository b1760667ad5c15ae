"""How long questions to many activities take: `python -m plugins.timelines.benchmarks.activities 50000`.

Needs DJANGO_SETTINGS_MODULE. Fills the database that DATABASE_URL names, in a transaction that is taken back.
"""

import sys
from importlib import import_module

import django


def main(how_many: int) -> None:
    django.setup()
    import_module(".many", __package__).report(how_many)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
