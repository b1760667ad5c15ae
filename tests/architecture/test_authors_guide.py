"""What a plugin may use is documented where authors look and has a test; otherwise it does not exist."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache

import pytest
from sources import ROOT, modules

import cms.api
from cms.api import Contribution
from cms.events.content import CONTENT_EVENTS

GUIDE = (ROOT / "plugins/README.md").read_text(encoding="utf-8")
OPERATORS = (ROOT / "config/README.md").read_text(encoding="utf-8")
COMMANDS = sorted(path.stem for path in (ROOT / "cms/management/commands").glob("[!_]*.py"))
TESTS = {str(module.path): module.text for module in modules() if module.is_test}
CODE = re.compile(r'"(?:cms\.)?(E1\d\d)"')
CODES = sorted({code for module in modules() if not module.is_test for code in CODE.findall(module.text)})


@cache
def has_test_with(pattern: str) -> bool:
    """Whether a test, other than this one, contains the pattern."""
    return any(re.search(pattern, text) for path, text in TESTS.items() if "test_authors_guide" not in path)


@pytest.mark.parametrize("slot", [field.name for field in fields(Contribution)])
def test_each_slot_is_explained_and_tested(slot: str) -> None:
    assert re.search(rf"^### `{slot}`$", GUIDE, re.MULTILINE), f"plugins/README.md does not explain {slot}"
    assert has_test_with(rf'\b{slot}=|"{slot}"'), f"no test contributes {slot}"


@pytest.mark.parametrize("name", cms.api.__all__)
def test_each_name_of_the_api_is_explained_and_used(name: str) -> None:
    assert f"`{name}" in GUIDE, f"plugins/README.md does not explain cms.api.{name}"
    users = [module for module in modules() if module.path.parts[0] == "plugins"]
    assert has_test_with(rf"\b{name}\b") or any(re.search(rf"\b{name}\b", user.text) for user in users)


@pytest.mark.parametrize("event", CONTENT_EVENTS, ids=lambda event: event.name)
def test_each_event_of_the_core_is_explained_and_tested(event: type) -> None:
    assert f"`{event.name}`" in GUIDE
    assert has_test_with(rf"\b{event.__name__}\b")


@pytest.mark.parametrize("code", CODES)
def test_each_error_code_is_explained_and_tested(code: str) -> None:
    assert f"`cms.{code}`" in OPERATORS, f"config/README.md does not explain cms.{code}"
    assert has_test_with(code), f"no test provokes cms.{code}"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_explained_and_tested(command: str) -> None:
    guides = OPERATORS + GUIDE + (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(manage\.py|make) {command}\b", guides), f"no guide explains manage.py {command}"
    assert has_test_with(rf"\b{command}\b"), f"no test runs manage.py {command}"
