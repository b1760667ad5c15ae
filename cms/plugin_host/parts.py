"""The small values that some slots hold. Each has a name, so that its failure can be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # the declaration is read before models are ready
    from django.db.models import Model, QuerySet
    from django.utils.functional import Promise
    from graphene import ObjectType
    from wagtail.admin.menu import MenuItem

    from cms.domain.visibility import Audience
    from cms.events.base import Event


@dataclass(frozen=True, kw_only=True)
class Subscriber:
    """What runs after an event was committed. It may run twice for one event, and stops no publication."""

    name: str
    event: type[Event]
    handle: Callable[[Any], None]  # Any: the event, of the subscriber's own type


@dataclass(frozen=True, kw_only=True)
class HealthCheck:
    """A question about the running system.

    `ask` returns None when all is well, else one sentence that says what is wrong, without personal
    data. It has `seconds` to answer.
    """

    name: str
    ask: Callable[[], str | None]
    remedy: str
    seconds: float = 2.0


@dataclass(frozen=True, kw_only=True)
class Job:
    """Work that is due again and again. It may run late, and after a crash twice: with the same result.

    `run` gets the moment for which it runs and returns what it did in a few words, or None.
    """

    name: str
    every: timedelta
    run: Callable[[datetime], str | None]


@dataclass(frozen=True, kw_only=True)
class MenuEntry:
    """A menu item of the admin and the menu that it stands in."""

    menu: Literal["main", "reports", "settings", "help"]
    item: MenuItem


@dataclass(frozen=True, kw_only=True)
class HomePanel:
    """A panel of the admin's first page.

    `render` gets the request and returns safe HTML, or "" to show nothing to this person.
    """

    name: str
    render: Callable[[Any], str]  # Any: Wagtail's request with a user
    order: int = 300


@dataclass(frozen=True, kw_only=True)
class Withholding:
    """What a plugin keeps from an audience although nothing else makes it private.

    Each function returns the primary keys as a queryset of one column. It becomes part of the statement
    that loads rows, so it must cost no query of its own; what it raises is a failure, never a permission.
    `pages` do not exist for the audience, by any path. `unlisted` ones are answered at their address and
    where an editor links to them, and are in no list, count, menu or search. `documents` are withheld
    with all their editions. Pages below a withheld page are named themselves.
    """

    name: str
    pages: Callable[[Audience], QuerySet[Any]] | None = None
    unlisted: Callable[[Audience], QuerySet[Any]] | None = None
    documents: Callable[[Audience], QuerySet[Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class SearchFields:
    """What a reader's search finds a kind of object by, and what such a result is in GraphQL.

    `texts` returns the searchable texts of one object in one language, the weightiest first: the first
    is its title. It is not found in a language without a title. An object that has a language is
    asked for that one, any other object for each language of the content.
    `result` is the GraphQL type of such a result; it implements SearchResult, and its resolvers get
    a search.Hit whose `subject` is what `told` returns for the object's primary key, or the object itself.
    `kind` is what results are counted and chosen by: the name of the GraphQL type of the object, and
    `label` what such things are called, in the plural; left out, as the model says. Pages have those of
    their page type.
    `public` returns the objects that readers of a language may see; left out, `audience.snippets`.
    `follows` names models whose rows belong to an object, with the attribute that leads to it: when
    one changes, the object's texts are read again.
    """

    model: type[Model]
    texts: Callable[[Any, str], Iterable[str]]  # Any: an instance of the model
    result: type[ObjectType]
    kind: str = ""
    label: Promise | str = ""
    public: Callable[[str, Audience], QuerySet[Any]] | None = None
    told: Callable[[Sequence[Any], str, Audience], Mapping[int, Any]] | None = None
    follows: tuple[tuple[type[Model], str], ...] = ()
