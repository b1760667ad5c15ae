"""The project's own Python files as git knows them, parsed once. Migrations are left out."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """A tracked Python file."""

    path: Path

    @cached_property
    def text(self) -> str:
        return (ROOT / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.parts

    @property
    def functions(self) -> tuple[Function, ...]:
        return tuple(
            Function(self.path, node.lineno, node.name, (node.end_lineno or 0) - node.lineno + 1)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        )


@dataclass(frozen=True)
class Function:
    """A function or method, its lines counted from def to its end."""

    path: Path
    line: int
    name: str
    lines: int


@cache
def modules() -> tuple[Module, ...]:
    """Return every tracked Python file that a person wrote."""
    return tuple(Module(path) for path in tracked("*.py") if "migrations" not in path.parts)


def tracked(*patterns: str) -> tuple[Path, ...]:
    """Return the paths that git tracks and that exist, relative to the repository."""
    found = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return tuple(Path(name) for name in found.stdout.split("\0") if name and (ROOT / name).is_file())
