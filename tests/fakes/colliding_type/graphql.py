"""A type with the name of the core's."""

import graphene


class Seo(graphene.ObjectType):
    """Another one."""

    rank = graphene.Int(description="How high it ranks.")


class Query(graphene.ObjectType):
    colliding_type_seo = graphene.Field(Seo, description="What search engines are told.")
