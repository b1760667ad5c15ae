"""A list whose rows each need a statement of their own."""

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import DemoSite, context_of


class NPlusOnePage(graphene.ObjectType):
    """A page and how many are below it."""

    title = graphene.String(description="Title.")
    below = graphene.Int(description="How many pages are below it.")

    def resolve_below(root: Any, info: GraphQLResolveInfo) -> int:
        return context_of(info).audience.pages(root.get_children()).count()


class Query(graphene.ObjectType):
    n_plus_one_pages = graphene.List(
        graphene.NonNull(NPlusOnePage),
        description="Every page.",
        first=graphene.Int(default_value=10, description="How many."),
    )

    def resolve_n_plus_one_pages(root: None, info: GraphQLResolveInfo, first: int) -> list[Any]:
        return list(context_of(info).audience.pages()[:first])


def seed(demo: DemoSite) -> None:
    """Add nothing: the demonstration site has pages enough."""
