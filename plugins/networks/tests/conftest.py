"""The demonstration's records, seeded once for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

Entries = dict[str, dict[str, Any]]  # Any: YAML


@pytest.fixture(scope="module")
def demo_records(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Entries]:
    """Every entry of demo/organisations.yaml by its key, with all of them and their pages in the database."""
    from cms.api import DemoSite
    from cms.testing.factories import make_page, make_site, translate
    from plugins.networks.demo import CONTENT, seed

    with django_db_blocker.unblock(), transaction.atomic():
        demo = DemoSite()
        site = make_site()
        key = demo.translation_key("page.resources")
        resources = make_page(site.turkish, title="Kaynaklar", translation_key=key)
        translate(resources, title="Resources", slug="resources")
        seed(demo)
        yield {entry["key"]: entry for entry in demo.contents(CONTENT / "organisations.yaml")}
        transaction.set_rollback(True)
