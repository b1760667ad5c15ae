"""Names: what a body is called, and what the name is worth."""

from __future__ import annotations

from dataclasses import dataclass

import graphene
from graphql import GraphQLResolveInfo

from plugins.networks.graphql.enums import NetworksNameKind
from plugins.networks.naming import Name
from plugins.networks.notices import notice


@dataclass(frozen=True)
class NameIn:
    """A name as shown to readers of one language."""

    name: Name
    reader: str


class NetworksName(graphene.ObjectType):
    """One name of a body."""

    text = graphene.String(required=True, description="The name.")
    language = graphene.String(
        required=True, description="The language of the name, as BCP 47: for the `lang` attribute."
    )
    kind = graphene.Field(NetworksNameKind, required=True, description="What the name is worth.")
    is_in_locale = graphene.Boolean(
        required=True, description="False when the name is in another language than the reader's."
    )
    is_preferred = graphene.Boolean(required=True, description="True for the name shown in its language.")
    valid_from = graphene.String(description="Since when it is used, as EDTF; null: not known.")
    valid_to = graphene.String(description="Until when it was used, as EDTF; null: not known, or in use.")
    notice = graphene.String(
        description="What to tell the reader about the name, in their language; null: nothing."
    )

    def resolve_text(root: NameIn, info: GraphQLResolveInfo) -> str:
        return root.name.text

    def resolve_language(root: NameIn, info: GraphQLResolveInfo) -> str:
        return root.name.language

    def resolve_kind(root: NameIn, info: GraphQLResolveInfo) -> str:
        return root.name.kind

    def resolve_is_in_locale(root: NameIn, info: GraphQLResolveInfo) -> bool:
        return root.name.language == root.reader

    def resolve_is_preferred(root: NameIn, info: GraphQLResolveInfo) -> bool:
        return root.name.is_preferred

    def resolve_valid_from(root: NameIn, info: GraphQLResolveInfo) -> str | None:
        return root.name.valid_from or None

    def resolve_valid_to(root: NameIn, info: GraphQLResolveInfo) -> str | None:
        return root.name.valid_to or None

    def resolve_notice(root: NameIn, info: GraphQLResolveInfo) -> str | None:
        return notice(root.name, reader=root.reader) or None
