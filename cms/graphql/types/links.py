"""Links: to a page, a document or an address elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.addresses import path_of
from cms.domain.documents import Work
from cms.graphql.locales import LocaleCode
from cms.graphql.types.documents import Document


@dataclass(frozen=True)
class LinkToPage:
    text: str
    page: Any  # Any: a page of whatever type, or None when it is not public


@dataclass(frozen=True)
class LinkToDocument:
    text: str
    document: Work | None


@dataclass(frozen=True)
class LinkElsewhere:
    text: str
    url: str


class Link(graphene.Interface):
    """A text that leads somewhere."""

    text = graphene.String(required=True, description="What to show.")

    @classmethod
    def resolve_type(cls, instance: Any, info: GraphQLResolveInfo) -> Any:  # Any: graphene is untyped
        return {LinkToPage: PageLink, LinkToDocument: DocumentLink, LinkElsewhere: ExternalLink}[
            type(instance)
        ]


class PageLink(graphene.ObjectType):
    """A link to a page of this site, in the language of the page that holds it where that exists."""

    class Meta:
        interfaces = (Link,)

    is_available = graphene.Boolean(required=True, description="False when the page is not public.")
    path = graphene.String(description="Path of the page; null when it is not public.")
    locale = graphene.Field(LocaleCode, description="The target's language; null when it is not public.")

    def resolve_is_available(root: LinkToPage, info: GraphQLResolveInfo) -> bool:
        return root.page is not None

    def resolve_path(root: LinkToPage, info: GraphQLResolveInfo) -> str | None:
        return path_of(root.page) if root.page else None

    def resolve_locale(root: LinkToPage, info: GraphQLResolveInfo) -> str | None:
        return root.page.locale.language_code if root.page else None


class DocumentLink(graphene.ObjectType):
    """A link to a document."""

    class Meta:
        interfaces = (Link,)

    is_available = graphene.Boolean(required=True, description="False when the document is not public.")
    document = graphene.Field(Document, description="The document; null when it is not public.")

    def resolve_is_available(root: LinkToDocument, info: GraphQLResolveInfo) -> bool:
        return root.document is not None


class ExternalLink(graphene.ObjectType):
    """A link to another site."""

    class Meta:
        interfaces = (Link,)

    url = graphene.String(required=True, description="Absolute address.")
