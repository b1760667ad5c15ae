"""Compares generated files with a folder, and writes them there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """A file that is not as it should be. `found` is None: it is missing; `wanted` is None: it must go."""

    path: str
    found: str | None
    wanted: str | None

    @property
    def diff(self) -> tuple[str, ...]:
        """The difference line by line, as `diff -u` shows it."""
        found, wanted = (text or "" for text in (self.found, self.wanted))
        return tuple(
            unified_diff(
                found.splitlines(),
                wanted.splitlines(),
                f"{self.path} (found)",
                f"{self.path} (wanted)",
                lineterm="",
            )
        )


def changes(wanted: Mapping[str, str], *, folder: Path, owned: Iterable[str]) -> tuple[Change, ...]:
    """Return what must change in the folder so that files matching the owned patterns are the wanted ones."""
    present = {file.relative_to(folder).as_posix() for pattern in owned for file in folder.glob(pattern)}
    return tuple(
        Change(path, found, wanted.get(path))
        for path in sorted(present | set(wanted))
        if (found := read(folder / path)) != wanted.get(path)
    )


def apply(changes: Iterable[Change], *, folder: Path) -> None:
    """Write and delete files so that nothing of the changes is left to do."""
    for change in changes:
        file = folder / change.path
        if change.wanted is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(change.wanted, encoding="utf-8", newline="\n")


def read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None
