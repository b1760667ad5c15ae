"""Organisations that had a part in activities, named if the networks plugin knows them."""

from __future__ import annotations

import graphene
from django.conf import settings
from graphql import GraphQLResolveInfo

from cms.api import LocaleCode

from ..telling import Involvement
from .enums import TimelinesRole


class TimelinesOrganisation(graphene.ObjectType):
    """An organisation that had a part in an activity."""

    role = graphene.Field(TimelinesRole, required=True, description="Its part.")
    organisation_key = graphene.String(
        required=True, description="Names it in the list of organisations, if the site keeps one."
    )
    name = graphene.String(
        description="What it was called at the time; null where no public record of it is kept."
    )
    name_language = graphene.Field(
        LocaleCode,
        description="The language of the name, which may be another than the reader's; null: no name.",
    )
    asserted_by = graphene.List(
        graphene.NonNull(LocaleCode),
        required=True,
        description="The language versions that say so; empty: all of them.",
    )

    def resolve_role(root: Involvement, info: GraphQLResolveInfo) -> str:
        return root.row.role

    def resolve_organisation_key(root: Involvement, info: GraphQLResolveInfo) -> str:
        return root.row.organisation_key

    def resolve_name(root: Involvement, info: GraphQLResolveInfo) -> str | None:
        return root.named.name if root.named else None

    def resolve_name_language(root: Involvement, info: GraphQLResolveInfo) -> str | None:
        return root.named.name_language if root.named else None

    def resolve_asserted_by(root: Involvement, info: GraphQLResolveInfo) -> list[str]:
        return known_languages(root.row.asserted_by)


def known_languages(codes: list[str]) -> list[str]:
    """Return those codes that are still content languages."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code in codes]
