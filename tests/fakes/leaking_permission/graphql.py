"""A mutation that makes an account for whoever calls."""

import graphene
from django.contrib.auth import get_user_model
from graphql import GraphQLResolveInfo


class Mutation(graphene.ObjectType):
    leaking_permission_join = graphene.String(
        description="Makes an account and returns its name.",
        name=graphene.String(required=True, description="The name of the account."),
    )

    def resolve_leaking_permission_join(root: None, info: GraphQLResolveInfo, name: str) -> str:
        return get_user_model().objects.create_user(name).get_username()
