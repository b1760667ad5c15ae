"""What a body is about, and what registers know it by."""

from __future__ import annotations

from dataclasses import dataclass

import graphene
from graphql import GraphQLResolveInfo

from plugins.networks.graphql.enums import NetworksRegister, NetworksTaxonomy
from plugins.networks.identifiers import address_of
from plugins.networks.models import Concept, OrganisationIdentifier


@dataclass(frozen=True)
class ConceptIn:
    """A concept for readers of one language."""

    concept: Concept
    language: str


class NetworksConcept(graphene.ObjectType):
    """A concept of a taxonomy."""

    taxonomy = graphene.Field(NetworksTaxonomy, required=True, description="The taxonomy it belongs to.")
    key = graphene.String(required=True, description="What lists are narrowed by.")
    label = graphene.String(required=True, description="Its label in the locale; without one, the key.")
    notation = graphene.String(description="Its code in another classification; null: none.")
    broader = graphene.Field(
        lambda: NetworksConcept, description="The concept above it; null: it stands at the top."
    )

    def resolve_taxonomy(root: ConceptIn, info: GraphQLResolveInfo) -> str:
        return root.concept.scheme

    def resolve_key(root: ConceptIn, info: GraphQLResolveInfo) -> str:
        return root.concept.key

    def resolve_label(root: ConceptIn, info: GraphQLResolveInfo) -> str:
        return root.concept.label(root.language)

    def resolve_notation(root: ConceptIn, info: GraphQLResolveInfo) -> str | None:
        return root.concept.notation or None

    def resolve_broader(root: ConceptIn, info: GraphQLResolveInfo) -> ConceptIn | None:
        broader = root.concept.broader
        return ConceptIn(broader, root.language) if broader else None


class NetworksIdentifier(graphene.ObjectType):
    """An identifier of a body in a register."""

    register = graphene.Field(NetworksRegister, required=True, description="The register.")
    value = graphene.String(required=True, description="The identifier, its check digits proved.")
    url = graphene.String(description="Where it leads; null: the register has no such addresses.")


def identifier_told(row: OrganisationIdentifier) -> dict[str, str | None]:
    return {
        "register": row.scheme,
        "value": row.value,
        "url": address_of(row.scheme, row.value) or None,
    }
