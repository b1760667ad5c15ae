"""What the kit says of a plugin whose files are not as they should be."""

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from unittest.mock import Mock

import pytest
from django.apps import apps
from django.db.models.signals import post_save

from cms.api import Event
from cms.models import Menu
from cms.testing.conformance import content, discovery, events, failures, imports, languages
from cms.testing.conformance.subject import Subject


@pytest.fixture
def subject(tmp_path):
    """The networks plugin, with other files."""
    installed = Subject.installed("networks")

    @dataclass(frozen=True)
    class Elsewhere(Subject):
        @property
        def folder(self) -> Path:
            return tmp_path

    return Elsewhere(installed.plugin, installed.plugins)


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        pytest.param(
            "domain.py", "from cms.models import Menu", ["imports cms.models."], id="inside of the host"
        ),
        pytest.param("domain.py", "from cms import models", ["imports cms.models."], id="as a name"),
        pytest.param("domain.py", "import_module('cms.models')", ["imports cms.models."], id="by its name"),
        pytest.param("domain.py", "import config.env", ["imports config.env."], id="configuration"),
        pytest.param(
            "domain.py",
            "import plugins.timelines.domain",
            ["imports plugins.timelines.domain."],
            id="neighbour",
        ),
        pytest.param(
            "domain.py", "from cms.testing import PluginConformance", ["imports cms.testing."], id="kit"
        ),
        pytest.param("domain.py", "from cms.api import Job", [], id="api"),
        pytest.param("domain.py", "if TYPE_CHECKING:\n    import cms.models", [], id="for annotations"),
        pytest.param("tests/test_x.py", "from cms.testing import PluginConformance", [], id="kit in tests"),
        pytest.param("benchmarks/x.py", "import cms.testing.factories", [], id="kit in benchmarks"),
        pytest.param("migrations/0001_x.py", "import cms.blocks.body", [], id="field in migrations"),
    ],
)
def test_imports_past_the_public_api_are_told(subject, file, line, told):
    path = subject.folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(line)

    found = imports.imports_behind_the_api(subject)

    assert [finding.problem for finding in found] == told


def test_what_is_not_said_in_turkish_is_told(subject):
    (subject.folder / "domain.py").write_text('_("Wind"); pgettext_lazy("sky", "Cloud"); _("Sun")')
    (subject.folder / "page.html").write_text('{% load i18n %}{% translate "Rain" %}{{ _("Snow") }}')
    catalogue = subject.folder / "locale/tr/LC_MESSAGES/django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "Wind"\nmsgstr "Rüzgâr"\n\n#, fuzzy\nmsgid "Sun"\nmsgstr "Gün"\n')

    problems = [finding.problem for finding in languages.language_gaps(subject)]

    assert problems == [
        "lacks “Cloud”, “Rain”, “Snow”, “Sun”.",
        "guesses at “Sun”.",
        "is not compiled as it is now.",
    ]


def test_a_missing_catalogue_is_told(subject):
    (subject.folder / "domain.py").write_text('_("Wind")')

    assert [finding.remedy for finding in languages.language_gaps(subject)] == ["Write it."]


def receive(**kwargs):
    """Receive a signal."""


def test_a_receiver_of_signals_is_told(subject, monkeypatch):
    monkeypatch.setattr(receive, "__module__", "plugins.networks.receivers")
    post_save.connect(receive, sender=Menu)

    found = [finding.item for finding in discovery.self_discovering_parts(subject)]
    post_save.disconnect(receive, sender=Menu)

    assert found == ["plugins.networks.receivers.receive"]


def test_blocks_that_go_when_the_plugin_is_disabled_are_told(monkeypatch):
    networks = apps.get_app_config("networks")
    blocks = networks.blocks()
    monkeypatch.setattr(networks, "blocks", lambda: blocks if networks.enabled else ())

    found = content.content_lost_by_disabling(Subject.installed("networks"))

    assert [finding.item for finding in found] == ["block networks_listing"]


@dataclass(frozen=True, kw_only=True)
class Joined(Event):
    """Somebody has joined."""

    name: ClassVar[str] = "networks.joined"

    member_id: int
    email: str
    remark: str


@dataclass(frozen=True, kw_only=True)
class Measured(Event):
    """The wind was measured."""

    name: ClassVar[str] = "networks.measured"

    speed: float


def test_events_that_say_too_much_are_told(subject, monkeypatch):
    monkeypatch.setattr(type(subject), "items", Mock(return_value=(Joined, Measured)))

    found = [(finding.item, finding.problem.split(":")[0]) for finding in events.events_with_content(subject)]

    assert found == [
        ("event networks.joined, field email", "may hold personal data."),
        ("event networks.joined, field remark", "may hold content"),
        ("event networks.measured", "has no JSON Schema"),
    ]


def test_failures_told_under_another_name_are_told(bilingual_site, monkeypatch):
    subject = Subject.installed("networks")
    monkeypatch.setattr("cms.entry.failures.owner_of", Mock(return_value="timelines"))

    found = list(failures.unnamed_failures(subject))

    assert [(finding.item, finding.problem) for finding in found] == [
        ("an address", "a failure planted there is told under the name timelines.")
    ]


def test_what_is_read_of_a_file_are_its_imports():
    tree = ast.parse("import a.b, c\nfrom d import e\nfrom . import f\nfrom cms import api")

    assert sorted(found.module for found in imports.imports_of(tree)) == ["a.b", "c", "cms.api", "d"]
