"""A root field that does not carry the label."""

import graphene


class Query(graphene.ObjectType):
    weather = graphene.String(description="Whether it rains.")
