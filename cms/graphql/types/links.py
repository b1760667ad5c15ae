"""Links: to a page, a document or an address elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.blocks.links import MAIL, PHONE
from cms.domain.addresses import path_of, url_of
from cms.domain.documents import Work
from cms.graphql.context import context_of
from cms.graphql.execution import batch
from cms.graphql.loading.pages import specific
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


@dataclass(frozen=True)
class LinkToMail:
    text: str
    url: str

    @property
    def email(self) -> str:
        return self.url.removeprefix(MAIL)


@dataclass(frozen=True)
class LinkToPhone:
    text: str
    url: str

    @property
    def number(self) -> str:
        return self.url.removeprefix(PHONE)


def link_to(text: str, url: str) -> LinkElsewhere | LinkToMail | LinkToPhone:
    """Return the link to an address, whatever it is an address of."""
    if url.startswith(MAIL):
        return LinkToMail(text, url)
    return LinkToPhone(text, url) if url.startswith(PHONE) else LinkElsewhere(text, url)


class Link(graphene.Interface):
    """A text that leads somewhere."""

    text = graphene.String(required=True, description="What to show.")

    @classmethod
    def resolve_type(cls, instance: Any, info: GraphQLResolveInfo) -> Any:  # Any: graphene is untyped
        return {
            LinkToPage: PageLink,
            LinkToDocument: DocumentLink,
            LinkElsewhere: ExternalLink,
            LinkToMail: MailLink,
            LinkToPhone: PhoneLink,
        }[type(instance)]


class PageLink(graphene.ObjectType):
    """A link to a page of this site, in the language of the page that holds it where that exists."""

    class Meta:
        interfaces = (Link,)

    is_available = graphene.Boolean(required=True, description="False when the page is not public.")
    path = graphene.String(description="Path of the page; null when it is not public.")
    url = graphene.String(description="Absolute address of the page; null when it is not public.")
    page = graphene.Field("cms.graphql.types.pages.Page", description="The page; null when it is not public.")
    locale = graphene.Field(LocaleCode, description="The target's language; null when it is not public.")

    def resolve_is_available(root: LinkToPage, info: GraphQLResolveInfo) -> bool:
        return root.page is not None

    def resolve_path(root: LinkToPage, info: GraphQLResolveInfo) -> str | None:
        return path_of(root.page) if root.page else None

    def resolve_url(root: LinkToPage, info: GraphQLResolveInfo) -> str | None:
        return url_of(root.page) if root.page else None

    @batch
    def resolve_page(links: list[LinkToPage], info: GraphQLResolveInfo) -> list[Any]:
        own = {
            page.pk: page for page in specific((link.page for link in links if link.page), context_of(info))
        }
        return [own.get(link.page.pk) if link.page else None for link in links]

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


class MailLink(graphene.ObjectType):
    """A link that writes a mail."""

    class Meta:
        interfaces = (Link,)

    email = graphene.String(required=True, description="The mail address.")
    url = graphene.String(required=True, description="The same for a browser: it begins with mailto:.")


class PhoneLink(graphene.ObjectType):
    """A link that calls a telephone number."""

    class Meta:
        interfaces = (Link,)

    number = graphene.String(required=True, description="The number as the editors wrote it.")
    url = graphene.String(required=True, description="The same for a browser: it begins with tel:.")
