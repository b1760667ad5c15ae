"""A root field with the name of the core's."""

import graphene


class Query(graphene.ObjectType):
    route = graphene.String(description="Another route.")
