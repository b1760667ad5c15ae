"""Pages that make claims, for the tests of what their versions assert."""

import pytest

from cms.models import Claim
from cms.testing.factories import make_page, translate


@pytest.fixture
def work(bilingual_site):
    """Make a page and its translation, both live, with the claims given for each."""

    def work(turkish, english, **fields):
        page = make_page(bilingual_site.turkish, claims=turkish, **fields)
        return page, translate(page, claims=english)

    return work


@pytest.fixture
def claim():
    """Make a claim that says the canonical value in other words."""

    def claim(canonical, key="start", kind="date", value="words"):
        return Claim(key=key, kind=kind, canonical=canonical, value=value)

    return claim
