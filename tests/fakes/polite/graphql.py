"""Greetings for frontends."""

from typing import Any

import graphene
from fakes.polite.models import Greeting
from graphql import GraphQLResolveInfo

from cms.api import BadInput, Block, ModelType, context_of


class PoliteGreeting(ModelType):
    """A greeting."""

    words = graphene.String(description="What is said.")

    class Meta:
        model = Greeting


class PoliteGreetingBlock(graphene.ObjectType):
    """A greeting in a body."""

    class Meta:
        interfaces = (Block,)


class Query(graphene.ObjectType):
    polite_greetings = graphene.List(
        graphene.NonNull(PoliteGreeting),
        description="Every greeting.",
        first=graphene.Int(default_value=10, description="How many."),
    )

    def resolve_polite_greetings(root: None, info: GraphQLResolveInfo, first: int) -> list[Any]:
        return list(context_of(info).audience.snippets(Greeting.objects.order_by("pk"))[:first])


class Mutation(graphene.ObjectType):
    polite_greet = graphene.Field(
        PoliteGreeting,
        description="Adds a greeting. Nobody may, as yet.",
        words=graphene.String(required=True, description="What is said."),
    )

    def resolve_polite_greet(root: None, info: GraphQLResolveInfo, words: str) -> None:
        raise BadInput("Sign in first.")
