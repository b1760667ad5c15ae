"""The tags of one operation, collected from the SQL that it runs: what reads, leaves a tag.

Every table that is read leaves the tag of all lists of its kind, unless whoever reads says more exactly what
the result depends on (`explaining`). So nothing that a plugin reads can be forgotten, only be told coarsely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.db import connection

from cms.domain.tags import naming

NAME = re.compile(r"[a-z_][a-z0-9_]*")
READS = ("SELECT", "WITH", "(SELECT")
SYSTEM = frozenset(
    {
        "contenttypes",
        "auth",
        "sessions",
        "wagtailusers",
        "wagtailsearch",
        "modelsearch",
        "wagtailadmin",
        "wagtail_localize",
        "django_tasks_database",
    }
)
WAGTAILS_CONTENT = frozenset({"wagtailcore.page"})
"""Of Wagtail's own tables. Sites and languages belong to `site`, restrictions to what they lie on."""

UNTAGGED = frozenset(
    {
        # made of an image, and only when it is read
        "cms.rendition",
        # no content
        "cms.tokengrant",
        "cms.outboxentry",
        "cms.problem",
        "cms.jobrun",
        "cms.user",
        "cms.user_groups",
        "cms.user_user_permissions",
    }
)


@dataclass
class Ledger:
    """What an operation depends on so far."""

    tags: set[str] = field(default_factory=set)
    explained: frozenset[str] = frozenset()
    is_keyed: bool = False

    def add(self, tags: Iterable[str]) -> None:
        self.tags.update(tags)

    @contextmanager
    def explaining(self, kinds: Iterable[str], tags: Iterable[str] = ()) -> Iterator[None]:
        """Note these tags instead of those of all lists of the kinds, for what is read inside."""
        self.tags.update(tags)
        before, self.explained = self.explained, self.explained | frozenset(kinds)
        try:
            yield
        finally:
            self.explained = before

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Hold nothing for explained inside: what is read there is read for another reason."""
        before, self.explained = self.explained, frozenset()
        try:
            yield
        finally:
            self.explained = before

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note what is read inside, by whatever code."""
        token = _current.set(self)
        try:
            with connection.execute_wrapper(self.overhear):
                yield
        finally:
            _current.reset(token)

    def overhear(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        # Any: Django's wrapper; some backends hand over composed SQL
        for kind in kinds_read(str(sql)) - self.explained:
            if self.is_keyed and params and all(type(key) is int for key in params):
                self.add(f"{kind}-{key}" for key in params)
            else:
                self.tags.add(naming.listed(kind))
        return execute(sql, params, many, context)

    def fitted(self) -> tuple[str, ...]:
        """Return the tags in order, at most as many as caches take."""
        return naming.fitted({*self.tags, naming.SITE})


_current: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


def current_ledger() -> Ledger | None:
    """Return the ledger of the operation that runs here; None outside of one."""
    return _current.get()


@contextmanager
def depending_on(tags: Iterable[str], *, of: Iterable[str]) -> Iterator[None]:
    """Note these tags for what is read inside of some kinds of content, instead of those of their lists."""
    ledger = current_ledger()
    if ledger is None:
        yield
        return
    with ledger.explaining(of, tags):
        yield


@contextmanager
def reading_by_key() -> Iterator[None]:
    """Hold the parameters of what is read inside for primary keys: the results depend on these rows alone."""
    ledger = current_ledger()
    if ledger is None:
        yield
        return
    before, ledger.is_keyed = ledger.is_keyed, True
    try:
        yield
    finally:
        ledger.is_keyed = before


@lru_cache(maxsize=4_000)
def kinds_read(sql: str) -> frozenset[str]:
    """Return the kinds of content whose tables a statement reads; none for one that writes."""
    if not sql.lstrip().upper().startswith(READS):
        return frozenset()
    tables = kinds_by_table()
    return frozenset(tables[name] for name in NAME.findall(sql) if name in tables)


def every_kind() -> frozenset[str]:
    return frozenset(kinds_by_table().values())


@cache
def kinds_by_table() -> dict[str, str]:
    """Return the kind of content of each table; pages of all types are one kind here."""
    return {
        model._meta.db_table: naming.kinds_of(model)[-1]
        for model in apps.get_models(include_auto_created=True)
        if is_tagged(model._meta.app_label, model._meta.label_lower)
    }


def is_tagged(app: str, label: str) -> bool:
    if app == "wagtailcore":
        return label in WAGTAILS_CONTENT
    return app not in SYSTEM and label not in UNTAGGED
