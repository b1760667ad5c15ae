"""What answers at a path: a page, a redirect, or word that something was there once."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.routing import Found, Gone, Moved
from cms.graphql.types.pages import Page


class RoutePage(graphene.ObjectType):
    """A page answers here (200)."""

    page = graphene.Field(Page, required=True, description="The page.")


class RouteRedirect(graphene.ObjectType):
    """What was here is elsewhere now (301 or 302)."""

    location = graphene.String(required=True, description="A path of this site, or an absolute address.")
    is_permanent = graphene.Boolean(required=True, description="True for 301.")


class RouteGone(graphene.ObjectType):
    """A page was published here and is not any more (410)."""

    path = graphene.String(required=True, description="The path that was asked for.")


class Route(graphene.Union):
    """What answers at a path; null when nothing ever did (404)."""

    class Meta:
        types = (RoutePage, RouteRedirect, RouteGone)

    @classmethod
    def resolve_type(cls, instance: Any, info: GraphQLResolveInfo) -> Any:  # Any: graphene is untyped
        return {Found: RoutePage, Moved: RouteRedirect, Gone: RouteGone}[type(instance)]
