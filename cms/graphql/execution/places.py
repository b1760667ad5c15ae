"""Where values stand in the answer. Paths are made only when an error or a resolver asks for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graphql.pyutils import Path


class Places:
    """The paths of a column of values, made together when the first of them is asked for."""

    __slots__ = ("_make", "_paths")

    def __init__(self, make: Callable[[], list[Path]]) -> None:
        self._make = make
        self._paths: list[Path] | None = None

    def __getitem__(self, index: int) -> Path:
        return self.paths()[index]

    def paths(self) -> list[Path]:
        if self._paths is None:
            self._paths = self._make()
        return self._paths

    def under(self, key: str, typename: str) -> Places:
        """Return the places of one field of the objects that stand here."""
        return Places(lambda: [Path(path, key, typename) for path in self.paths()])

    def items(self, counts: Sequence[int]) -> Places:
        """Return the places of the items of the lists that stand here, list by list."""
        return Places(
            lambda: [
                Path(path, index, None)
                for path, count in zip(self.paths(), counts, strict=True)
                for index in range(count)
            ]
        )

    def some(self, numbers: Sequence[int]) -> Places:
        """Return the places with these numbers."""
        return Places(lambda: [self.paths()[number] for number in numbers])


def root_places() -> Places:
    """Return the one place at the root of an answer, which has no path."""
    return Places(lambda: [None])  # type: ignore[list-item]  # the previous of a root field's path is None


def field_path(path: Path) -> Path:
    """Return the path of the field under which an item of its list stands."""
    while isinstance(path.key, int):
        path = path.prev
    return path
