"""A plugin's line goes where a person would have put it, or nowhere."""

import pytest

from cms.plugin_host.registry_files import line_of, with_entry_point, with_listed

PYPROJECT = """[project]
name = "site"

[project.entry-points."dilmac.plugins"]
consultation = "plugins.consultation"
networks = "plugins.networks"

[tool.x]
y = 1
"""
LISTED = '''"""The operator's file."""

CMS_PLUGINS: dict[str, dict[str, object]] = {
    "networks": {"colour": {"deep": 1}},  # a comment
}
'''


def test_entry_point_stands_in_the_order_of_the_alphabet() -> None:
    changed = with_entry_point(PYPROJECT, label="glossary", module="plugins.glossary")

    line = 'glossary = "plugins.glossary"\n'
    assert changed == PYPROJECT.replace("networks =", f"{line}networks =")


def test_entry_point_that_is_there_is_not_repeated() -> None:
    assert with_entry_point(PYPROJECT, label="networks", module="plugins.networks") == PYPROJECT


def test_pyproject_without_the_section_is_left_to_a_person() -> None:
    assert with_entry_point("[project]\n", label="glossary", module="plugins.glossary") is None


def test_plugin_is_listed_last() -> None:
    assert with_listed(LISTED, label="glossary") == LISTED.replace("\n}", '\n    "glossary": {},\n}')


@pytest.mark.parametrize("text", ["CMS_PLUGINS = {}\n", "CMS_PLUGINS = read()\n", "OTHER = {\n}\n"])
def test_list_that_is_written_otherwise_is_left_to_a_person(text: str) -> None:
    assert with_listed(text, label="glossary") is None


@pytest.mark.parametrize(("label", "line"), [("networks", 4), ("deep", None), ("glossary", None)])
def test_line_that_lists_a_plugin_is_found(label: str, line: int | None) -> None:
    assert line_of(LISTED, label) == line
