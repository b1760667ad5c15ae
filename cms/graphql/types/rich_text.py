"""Rich text in the forms that frontends draw."""

import graphene
from graphene.types.generic import GenericScalar
from graphql import GraphQLResolveInfo

from cms.domain import rich_text as domain
from cms.domain.rich_text_tree import tree_of


class RichTextTree(GenericScalar):
    """A tree of nodes: `{version, children}`. The contract's README lists the node types."""


class RichText(graphene.ObjectType):
    """A formatted text in one language. Its links are resolved in the language of the page that holds it."""

    html = graphene.String(required=True, description="Sanitised HTML, safe to insert.")
    json = graphene.Field(
        RichTextTree, required=True, description="The same as a tree, with a version inside."
    )
    plain = graphene.String(required=True, description="The words alone, a line for each paragraph.")

    def resolve_json(root: domain.RichText, info: GraphQLResolveInfo) -> object:
        return tree_of(root.html)
