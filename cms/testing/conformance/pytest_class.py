"""The promises as tests: an empty class derived from PluginConformance is a plugin's whole test file.

class TestGlossary(PluginConformance):
    plugin = "glossary"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_django import DjangoDbBlocker

from cms.testing.conformance.checks import CHECKS
from cms.testing.conformance.findings import Check, outcome
from cms.testing.conformance.running import content
from cms.testing.conformance.subject import Subject

Test = Callable[..., None]


class PluginConformance:
    """One test for each check. `plugin` is the label.

    A plugin whose demo steps do not fill its lists, and whose rows cannot be guessed, defines
    `make_rows(self, n)`: it adds n rows to everything that its operations list, in the default site.
    """

    plugin = ""
    make_rows: Callable[..., object] | None = None

    @property
    def subject(self) -> Subject:
        return Subject.installed(self.plugin, self.make_rows)

    @pytest.fixture(scope="class")
    @classmethod
    def plugin_content(cls, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
        """The demonstration site if the plugin adds to it, else an empty one; made once for the class."""
        prepared = content((cls().subject,))
        with django_db_blocker.unblock():
            prepared.__enter__()
        yield
        with django_db_blocker.unblock():
            prepared.__exit__(None, None, None)


def as_test(check: Check) -> Test:
    """Return the test method of a check. What it needs is in its signature, where pytest sees it early."""

    def test(self: PluginConformance) -> None:
        told = outcome(check, self.subject)

        if told.missing:
            pytest.skip(f"Not applicable: {told.missing}.")
        assert not told.findings, "\n".join(["", *map(str, told.findings)])

    def test_with_database(self: PluginConformance, db: None) -> None:
        test(self)

    def test_with_content(self: PluginConformance, plugin_content: None, db: None) -> None:
        test(self)

    tests: dict[str, Test] = {"nothing": test, "database": test_with_database, "content": test_with_content}
    tests[check.needs].__doc__ = check.proves
    return tests[check.needs]


for _check in CHECKS:
    setattr(PluginConformance, f"test_{_check.name}", as_test(_check))
