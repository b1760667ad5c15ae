"""How long questions to many activities take: `python -m plugins.timelines.benchmarks.activities 50000`.

Needs DJANGO_SETTINGS_MODULE=config.settings.test; makes a database of its own beside DATABASE_URL.
"""

import sys
from importlib import import_module

import django


def main(how_many: int) -> None:
    """Print the medians, the best of the rounds and the numbers of queries."""
    django.setup()
    from django.db import connection  # noqa: PLC0415 -- after setup

    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        import_module(".many", __package__).report(how_many)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
