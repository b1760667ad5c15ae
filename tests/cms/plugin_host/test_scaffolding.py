"""A new plugin is one value first: its names are checked and its files complete before one is written."""

from pathlib import Path

import pytest

from cms.plugin_host.scaffolding import (
    TEMPLATES,
    NewPlugin,
    ScaffoldError,
    checkout_files,
    new_plugin,
    package_files,
    write,
)

GLOSSARY = NewPlugin("glossary", "Glossary", "Sözlük", "plugins.glossary")
PLUGIN = {
    "__init__.py",
    "apps.py",
    "demo.py",
    "domain.py",
    "graphql.py",
    "locale/tr/LC_MESSAGES/django.po",
    "migrations/0001_initial.py",
    "migrations/__init__.py",
    "models.py",
    "operations/GlossaryEntries.graphql",
    "tests/__init__.py",
    "tests/test_conformance.py",
    "tests/test_entries.py",
    "viewsets.py",
}


def test_plugin_of_a_checkout_has_these_files() -> None:
    assert set(checkout_files(GLOSSARY)) == PLUGIN | {"README.md"}


def test_package_has_these_files() -> None:
    plugin = NewPlugin("glossary", "Glossary", "Sözlük", "dilmac_glossary")
    around = {".ci/run", ".gitignore", "LICENSE", "README.md", "pyproject.toml", "settings.py"}

    assert set(package_files(plugin)) == {f"src/dilmac_glossary/{path}" for path in PLUGIN} | around


def test_no_template_is_left_unfilled() -> None:
    files = checkout_files(GLOSSARY) | package_files(GLOSSARY)

    assert [path for path, text in files.items() if "{{" in text or "{%" in text] == []


def test_no_template_lies_where_a_wheel_leaves_it_out() -> None:
    templates = [path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("*") if path.is_file()]

    assert [path for path in templates if "tests" in path.parts or not path.name.endswith("-tpl")] == []


def test_both_languages_name_the_plugin() -> None:
    files = checkout_files(GLOSSARY)

    assert 'msgid "Glossary"\nmsgstr "Sözlük"' in files["locale/tr/LC_MESSAGES/django.po"]
    assert files["operations/GlossaryEntries.graphql"].startswith(
        "# en: Glossary, in the order of the alphabet\n# tr: Sözlük, alfabe sırasıyla\n"
    )


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Glossary", "'Glossary' cannot be a label: use small letters"),
        ("press-kit", "cannot be a label"),
        ("2glossary", "cannot be a label"),
        ("sözlük", "cannot be a label"),
        ("class", "cannot be a label"),
        ("", "cannot be a label"),
        ("g" * 31, "cannot be a label"),
        ("networks", "'networks' is taken by an app or a plugin. Choose another label."),
    ],
)
def test_label_that_cannot_be_used_is_refused(label: str, told: str) -> None:
    with pytest.raises(ScaffoldError, match=told):
        new_plugin(label, module="x", taken={"networks"})


@pytest.mark.parametrize("name", ['A "glossary"', "A\\B", "{{ x }}", "100 %", "two\nlines", "x" * 61])
@pytest.mark.parametrize("language", ["name", "turkish_name"])
def test_name_that_would_break_a_file_is_refused(name: str, language: str) -> None:
    with pytest.raises(ScaffoldError, match="cannot be a name"):
        new_plugin("glossary", module="x", taken=(), **{language: name})


def test_names_follow_from_the_label() -> None:
    plugin = new_plugin("glossary", module="plugins.glossary", taken=())

    assert plugin == NewPlugin("glossary", "Glossary", "Glossary", "plugins.glossary")


def test_scripts_can_be_run_when_written(tmp_path: Path) -> None:
    write({".ci/run": "#!/bin/sh\n", "README.md": "# A\n"}, tmp_path / "new")

    modes = {path: (tmp_path / "new" / path).stat().st_mode & 0o111 for path in (".ci/run", "README.md")}
    assert modes == {".ci/run": 0o111, "README.md": 0}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")

    with pytest.raises(ScaffoldError, match="exists and is not empty"):
        write({"README.md": "theirs"}, tmp_path)

    assert (tmp_path / "README.md").read_text() == "mine"
