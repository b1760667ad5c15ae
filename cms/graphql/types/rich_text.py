"""Rich text in the forms that frontends draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import graphene
from graphene.types.generic import GenericScalar
from graphql import GraphQLResolveInfo

from cms.domain import rich_text as domain
from cms.domain.documents import Work
from cms.domain.rich_text_tree import tree_of
from cms.graphql.context import context_of
from cms.graphql.execution import batch
from cms.graphql.loading.documents import works_of
from cms.graphql.types.links import Link, LinkToDocument, LinkToPage, link_to


class RichTextTree(GenericScalar):
    """A tree of nodes: `{version, children}`. The contract's README lists the node types."""


class RichTextHeading(graphene.ObjectType):
    """A heading inside a text."""

    id = graphene.ID(required=True, description="The id that the heading has in `html`.")
    level = graphene.Int(required=True, description="2, 3 or 4.")
    text = graphene.String(required=True, description="The heading.")


class RichText(graphene.ObjectType):
    """A formatted text in one language. Its links are resolved in the language of the page that holds it."""

    html = graphene.String(required=True, description="Sanitised HTML, safe to insert.")
    json = graphene.Field(
        RichTextTree, required=True, description="The same as a tree, with a version inside."
    )
    plain = graphene.String(required=True, description="The words alone, a line for each paragraph.")
    headings = graphene.List(
        graphene.NonNull(RichTextHeading), required=True, description="The headings inside, in order."
    )
    links = graphene.List(graphene.NonNull(Link), required=True, description="The links inside, in order.")

    def resolve_json(root: domain.RichText, info: GraphQLResolveInfo) -> object:
        return tree_of(root.html)

    @batch
    def resolve_links(texts: list[domain.RichText], info: GraphQLResolveInfo) -> list[list[Any]]:
        anchors = [text.stored.anchors for text in texts]
        lists = [
            (linked_documents(text, own), text.stored.language)
            for text, own in zip(texts, anchors, strict=True)
        ]
        works = works_of(lists, context_of(info))
        return [
            [link_of(anchor, text, {work.document.pk: work for work in found}) for anchor in own]
            for text, own, found in zip(texts, anchors, works, strict=True)
        ]


def linked_documents(text: domain.RichText, anchors: list[domain.Anchor]) -> list[Any]:
    keys = {anchor.document for anchor in anchors if anchor.document}
    return [document for key in sorted(keys) if (document := text.documents.get(key))]


def link_of(anchor: domain.Anchor, text: domain.RichText, works: Mapping[int, Work]) -> Any:
    if anchor.url:
        return link_to(anchor.text, anchor.url)
    if anchor.document:
        return LinkToDocument(anchor.text, works.get(anchor.document))
    target = text.pages.get((anchor.page, text.stored.language)) if anchor.page else None
    return LinkToPage(anchor.text, target.page if target else None)
