"""Where a checkout names its plugins: a line in pyproject.toml and one in config/plugins.py."""

from __future__ import annotations

import ast
import re

from cms.plugin_host.discovery import ENTRY_POINTS

SECTION = f'[project.entry-points."{ENTRY_POINTS}"]'


def with_entry_point(pyproject: str, *, label: str, module: str) -> str | None:
    """Return pyproject.toml with the plugin's line in its alphabetical place; None without the section."""
    lines = pyproject.splitlines(keepends=True)
    headings = [number for number, line in enumerate(lines) if line.strip() == SECTION]
    if not headings:
        return None
    start = end = headings[0] + 1
    while end < len(lines) and re.match(r"\w+ *=", lines[end]):
        end += 1
    lines[start:end] = sorted({*lines[start:end], f'{label} = "{module}"\n'})
    return "".join(lines)


def with_listed(plugins: str, *, label: str) -> str | None:
    """Return config/plugins.py with the plugin listed last; None when the list is not written as lines."""
    listed = dictionary(plugins)
    lines = plugins.splitlines(keepends=True)
    if listed is None or listed.end_lineno is None or lines[listed.end_lineno - 1].strip() != "}":
        return None
    lines.insert(listed.end_lineno - 1, f'    "{label}": {{}},\n')
    return "".join(lines)


def line_of(plugins: str, label: str) -> int | None:
    """Return the number of the line in config/plugins.py that lists the plugin."""
    listed = dictionary(plugins)
    keys = listed.keys if listed else []
    return next((key.lineno for key in keys if isinstance(key, ast.Constant) and key.value == label), None)


def dictionary(plugins: str) -> ast.Dict | None:
    """Return the value of CMS_PLUGINS if it is written out as a dictionary."""
    for node in ast.parse(plugins).body:
        match node:
            case ast.AnnAssign(target=ast.Name("CMS_PLUGINS"), value=ast.Dict() as value):
                return value
            case ast.Assign(targets=[ast.Name("CMS_PLUGINS")], value=ast.Dict() as value):
                return value
    return None
