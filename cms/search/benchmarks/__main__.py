"""python -m cms.search.benchmarks, with DJANGO_SETTINGS_MODULE: how well and how fast the search finds.

Runs on the configured database, which has to hold the demonstration site, and leaves it as it was.
"""

import django

django.setup()

from cms.search.benchmarks import quality, speed  # noqa: E402 -- Django comes first

quality.main()
speed.main()
