"""A root field that fails whenever it is asked."""

import graphene
from graphql import GraphQLResolveInfo


class Query(graphene.ObjectType):
    crashing_resolver_weather = graphene.String(description="Whether it rains.")

    def resolve_crashing_resolver_weather(root: None, info: GraphQLResolveInfo) -> str:
        raise RuntimeError("no window to look out of")
