"""What a declaration can get wrong is told with a code, the plugin's name and a remedy, all of it at once."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from declaring import plugin

from cms.api import API_VERSION, Contribution, PluginConfig, PluginError
from cms.plugin_host.composition import PluginSet, order_problems
from cms.plugin_host.discovery import plugin_apps
from cms.plugin_host.errors import PluginProblems


@dataclass(frozen=True)
class GlossarySettings:
    """How many terms a list shows."""

    size: int = 10

    def __post_init__(self) -> None:
        if self.size < 1:
            raise ValueError("size must be at least 1")


def codes(problems: Any) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("declared", "code", "told"),
    [
        pytest.param({"version": None}, "cms.E101", "declares no 'version'", id="no version"),
        pytest.param({"requires_cms": None}, "cms.E101", "declares no 'requires_cms'", id="no range"),
        pytest.param({"requires_cms": ">=99"}, "cms.E102", f"this is cms {API_VERSION}", id="too new"),
        pytest.param({"requires_cms": "newest"}, "cms.E102", "needs cms newest", id="unreadable range"),
        pytest.param({"entry": {"size": 3}}, "cms.E103", "takes no settings", id="settings without a class"),
        pytest.param(
            {"entry": {"sise": 3}, "settings_class": GlossarySettings}, "cms.E103", "'sise'", id="unknown key"
        ),
        pytest.param(
            {"entry": {"size": 0}, "settings_class": GlossarySettings},
            "cms.E103",
            "size must be at least 1",
            id="value that does not fit",
        ),
        pytest.param(
            {"requires_plugins": ("networks is nice",)},
            "cms.E104",
            "cannot be read",
            id="unreadable requirement",
        ),
    ],
)
def test_a_wrong_declaration_is_told(declared: dict[str, Any], code: str, told: str) -> None:
    (problem,) = plugin(**declared).problems

    assert (problem.code, told in str(problem)) == (code, True)
    assert str(problem).startswith("Plugin glossary ")
    assert str(problem).endswith(problem.remedy)


def test_a_disabled_plugin_is_not_checked() -> None:
    found = plugin(entry={"enabled": False, "sise": 3}, requires_cms=">=99")

    assert (found.enabled, found.problems, found.settings) == (False, (), None)


def test_settings_are_read_into_their_dataclass() -> None:
    found = plugin(entry={"size": 3}, settings_class=GlossarySettings)

    assert found.settings == GlossarySettings(size=3)


@pytest.mark.parametrize(
    ("required", "others", "expected"),
    [
        ("terms", {}, ["cms.E104"]),
        ("terms>=2", {"terms": "1.9"}, ["cms.E106"]),
        ("terms>=2", {"terms": "2.0"}, []),
        ("terms", {"terms": "0.1"}, []),
    ],
)
def test_a_required_plugin_must_be_there_in_a_version_that_fits(
    required: str, others: dict[str, str], expected: list[str]
) -> None:
    found = {"glossary": plugin(requires_plugins=(required,))}
    found |= {label: plugin(label, version=version) for label, version in others.items()}

    assert codes(order_problems(found)) == expected


def test_plugins_that_require_each_other_are_told() -> None:
    found = {"a": plugin("a", requires_plugins=("b",)), "b": plugin("b", requires_plugins=("a",))}

    (problem,) = order_problems(found)

    assert (problem.code, "a → b → a" in str(problem) or "b → a → b" in str(problem)) == ("cms.E105", True)


def test_a_contribution_that_fails_names_the_plugin_and_the_line() -> None:
    def contribute(self: PluginConfig) -> Contribution:
        raise ImportError("no module named graphq1")

    broken = plugin(contribute=contribute)
    plugins = replace(PluginSet.installed(), plugins=(broken,))

    with pytest.raises(PluginError, match=r"graphq1 \(.*test_declaration\.py, line \d+\)") as caught:
        plugins.collect("queries")

    assert (caught.value.code, caught.value.plugin) == ("cms.E108", "glossary 1.0")


def test_all_labels_that_cannot_be_found_are_told_at_once() -> None:
    with pytest.raises(PluginProblems) as caught:
        plugin_apps({"glosary": {}, "networks": {}, "netwroks": {}})

    assert codes(caught.value.problems) == ["cms.E100", "cms.E100"]
    assert ["glosary" in str(caught.value), "netwroks" in str(caught.value)] == [True, True]
