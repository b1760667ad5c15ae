"""Trap 1: an apps.py that imports its base class has two candidates, and Django takes neither."""

import itertools
import sys

import pytest
from django.apps import AppConfig

COUNTER = itertools.count()
BASE = "from django.apps import AppConfig\nclass Base(AppConfig):\n    {body}\n"
PLUGIN = (
    "from {home} import {base}\nclass Glossary({base}):\n    name = {name!r}\n    label = 'glossary_trap'\n"
)


@pytest.fixture
def chosen_class(tmp_path, monkeypatch):
    """Return the class that Django chooses for an app whose apps.py derives from this base."""
    monkeypatch.syspath_prepend(tmp_path)

    def chosen_class(home, base, body=""):
        name = f"glossary_trap_{next(COUNTER)}"
        if body:
            home = f"{name}_base"
            (tmp_path / f"{home}.py").write_text(BASE.format(body=body))
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
        (tmp_path / name / "apps.py").write_text(PLUGIN.format(home=home, base=base, name=name))
        config = AppConfig.create(name)
        del sys.modules[name]
        return type(config)

    return chosen_class


@pytest.mark.parametrize("body", ["pass", "default = False"])
def test_stock_silently_ignores_a_declaration_with_an_imported_base(chosen_class, body):
    assert chosen_class("", "Base", body) is AppConfig


def test_ours_is_chosen(chosen_class):
    assert chosen_class("cms.api", "PluginConfig").__name__ == "Glossary"
