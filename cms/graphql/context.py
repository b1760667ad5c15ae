"""What a resolver may know about the request: who asks, on which site, and nothing from cookies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast
from uuid import uuid4

from django.utils import timezone
from graphql import GraphQLResolveInfo
from wagtail.models import Site

from cms.domain.premises import Premises, read_premises
from cms.domain.visibility import Audience
from cms.graphql.errors import BadInput
from cms.plugin_host.composition import PluginSet


@dataclass(frozen=True)
class Context:
    """One request. `audience` decides what may be seen; `loaded` remembers what was read already."""

    audience: Audience
    request_id: str = field(default_factory=lambda: uuid4().hex)
    asker: str = ""  # whom limits of rate count: a network or a token; not to be stored, logged or shown
    loaded: dict[Any, Any] = field(default_factory=dict)  # Any: each reader has keys and values of its own


def anonymous_context(plugins: PluginSet, *, passes: tuple[str, ...] = ()) -> Context:
    """Return the context of a reader on the default site, with the passes they show.

    Raises BadInput when no site is set up.
    """
    premises = read_premises()
    if premises.default_site is None:
        raise BadInput("No default site is set up. Run manage.py seed_demo, or add a site in the admin.")
    return Context(Audience(premises.default_site, plugins, timezone.now(), premises, passes))


def context_of(info: GraphQLResolveInfo) -> Context:
    return cast(Context, info.context)


def audience_for(info: GraphQLResolveInfo, hostname: str | None) -> Audience:
    """Return the audience of a site named by host, or host:port. Without a name: the default site's.

    It is the same for the whole request, so that what it keeps private is read once.
    """
    context = context_of(info)
    if not hostname:
        return context.audience
    audiences: dict[str, Audience] = context.loaded.setdefault("audiences", {})
    if hostname not in audiences:
        audiences[hostname] = replace(context.audience, site=site_named(hostname, context.audience.premises))
    return audiences[hostname]


def site_named(hostname: str, premises: Premises) -> Site:
    host, _, port = hostname.partition(":")
    site = premises.site_at(host, int(port) if port.isdecimal() else None)
    if site is None:
        raise BadInput(f"There is no site {hostname!r}. Leave `site` out to ask the default site.")
    return site
