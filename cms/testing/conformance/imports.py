"""A plugin reaches the host through cms.api only, so that the host can change behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cms.plugin_host.composition import PluginSet
from cms.testing.conformance.findings import Finding
from cms.testing.conformance.subject import Subject

HOST = "cms"
ALWAYS = ("cms.api",)
IN_TESTS = ("cms.api", "cms.testing")
IN_MIGRATIONS = ("cms.api", "cms.blocks.body")  # Django writes a field's home, not its re-export
LOADERS = ("import_module", "importlib.import_module", "__import__")


@dataclass(frozen=True)
class Import:
    """A module that a line imports."""

    line: int
    module: str


def imports_behind_the_api(subject: Subject) -> Iterator[Finding]:
    """Yield imports of the host's inside, of the configuration, and of other plugins' insides."""
    others = {p.name: p.label for p in PluginSet.installed().plugins if p.label != subject.label}
    for path in subject.python_files():
        place = path.relative_to(subject.folder)
        for found in imports_of(ast.parse(path.read_text(encoding="utf-8"))):
            remedy = remedy_for(found.module, allowed_at(place), others)
            if remedy:
                yield subject.finding(f"{place}, line {found.line}", f"imports {found.module}.", remedy)


def allowed_at(place: Path) -> tuple[str, ...]:
    if {"tests", "benchmarks"} & set(place.parts):
        return IN_TESTS
    return IN_MIGRATIONS if "migrations" in place.parts else ALWAYS


def remedy_for(module: str, allowed: tuple[str, ...], others: dict[str, str]) -> str:
    """Return what to do about an import; empty when it may stay."""
    if within(module, HOST) and not any(within(module, name) for name in allowed):
        return f"Import it from {' or '.join(allowed[:2])}, or do without."
    if within(module, "config"):
        return "Declare a settings_class; its values come from config/plugins.py."
    for name in others:
        if within(module, name) and not within(module, f"{name}.api"):
            return f"Use {name}.api, or an event."
    return ""


def within(module: str, package: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


def imports_of(tree: ast.Module) -> Iterator[Import]:
    """Yield absolute imports that happen at run time: names in annotations are no dependency."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            waiting.extend(node.orelse)
            continue
        waiting.extend(ast.iter_child_nodes(node))
        yield from imports_in(node)


def imports_in(node: ast.AST) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(node.lineno, alias.name) for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        # `from cms import api` imports cms.api; `from cms.api import Job` imports the module only.
        is_package = node.module in {HOST, "plugins"}
        names = [f"{node.module}.{alias.name}" for alias in node.names] if is_package else [node.module]
        yield from (Import(node.lineno, name) for name in names)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) in LOADERS and node.args:
        name = node.args[0]
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            yield Import(node.lineno, name.value)
