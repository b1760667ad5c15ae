"""What a resolver may know about the request: who asks, on which site, and nothing from cookies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast
from uuid import uuid4

from django.utils import timezone
from graphql import GraphQLResolveInfo
from wagtail.models import Site

from cms.domain.premises import Premises, read_premises
from cms.domain.tags.ledger import Ledger
from cms.domain.visibility import Audience
from cms.graphql.errors import BadInput
from cms.plugin_host.composition import PluginSet


@dataclass(frozen=True)
class Context:
    """One request. `audience` decides what may be seen; `loaded` remembers what was read already.

    `ledger` has the cache tags of it. `sites` has the contexts of root fields that ask another site.
    """

    audience: Audience
    request_id: str = field(default_factory=lambda: uuid4().hex)
    asker: str = ""  # whom limits of rate count: a network or a token; not to be stored, logged or shown
    loaded: dict[Any, Any] = field(default_factory=dict)  # Any: each reader has keys and values of its own
    ledger: Ledger = field(default_factory=Ledger)
    sites: dict[str | int, Context] = field(default_factory=dict)


def anonymous_context(plugins: PluginSet, *, passes: tuple[str, ...] = ()) -> Context:
    """Return the context of a reader on the default site, with the passes they show.

    Raises BadInput when no site is set up.
    """
    premises = read_premises()
    if premises.default_site is None:
        raise BadInput("No default site is set up. Run manage.py seed_demo, or add a site in the admin.")
    return Context(Audience(premises.default_site, plugins, timezone.now(), premises, passes))


def context_of(info: GraphQLResolveInfo) -> Context:
    """Return the context of the root field that this field is below: its site is theirs."""
    context = cast(Context, info.context)
    return context.sites.get(root_key(info), context) if context.sites else context


def root_key(info: GraphQLResolveInfo) -> str | int:
    """Return the name in the answer of the root field that this one is below."""
    path = info.path
    while path.prev:
        path = path.prev
    return path.key


def audience_for(info: GraphQLResolveInfo, hostname: str | None) -> Audience:
    """Return the audience of a site named by host, or host:port. Without a name: the default site's.

    Everything below the root field is of that site. What a site keeps private is read once for the request.
    """
    context = cast(Context, info.context)
    if not hostname:
        return context.audience
    known: dict[str, Context] = context.loaded.setdefault("sites", {})
    if hostname not in known:
        audience = replace(context.audience, site=site_named(hostname, context.audience.premises))
        known[hostname] = replace(context, audience=audience, loaded={}, sites={})
    context.sites[root_key(info)] = known[hostname]
    return known[hostname].audience


def site_named(hostname: str, premises: Premises) -> Site:
    host, _, port = hostname.partition(":")
    site = premises.site_at(host, int(port) if port.isdecimal() else None)
    if site is None:
        raise BadInput(f"There is no site {hostname!r}. Leave `site` out to ask the default site.")
    return site
