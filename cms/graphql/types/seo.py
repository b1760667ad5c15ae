"""What search engines and previews are told about a page: values, tags ready to print, and JSON-LD."""

from __future__ import annotations

import graphene
from graphql import GraphQLResolveInfo
from wagtail.models import Page

from cms.domain.addresses import url_of
from cms.domain.seo import ROBOTS, HeadTag, json_ld_of, tags_of
from cms.graphql.context import context_of
from cms.graphql.execution import batch
from cms.graphql.loading.alternates import alternates_of
from cms.graphql.loading.images import public_images
from cms.graphql.loading.seo import facts_of
from cms.graphql.locales import LocaleCode
from cms.graphql.types.images import Image, ImageUse, described


class Alternate(graphene.ObjectType):
    """A published language version of a page: of any language, its own included, or for all other readers."""

    hreflang = graphene.String(required=True, description="Language tag, or x-default.")
    locale = graphene.Field(LocaleCode, required=True, description="The language of what is there.")
    url = graphene.String(required=True, description="Absolute address.")


class SeoAttribute(graphene.ObjectType):
    """An attribute of an element."""

    name = graphene.String(required=True, description="Its name.")
    value = graphene.String(required=True, description="Its value, not escaped.")


class SeoTag(graphene.ObjectType):
    """An element for the head of the page."""

    tag = graphene.String(required=True, description="Name of the element: title, meta or link.")
    attributes = graphene.List(
        graphene.NonNull(SeoAttribute), required=True, description="Its attributes, in order."
    )
    content = graphene.String(description="The text inside it, not escaped; null for one without.")

    def resolve_attributes(root: HeadTag, info: GraphQLResolveInfo) -> list[dict[str, str]]:
        return [{"name": name, "value": value} for name, value in root.attributes.items()]


class Seo(graphene.ObjectType):
    """What search engines and previews are told."""

    title = graphene.String(required=True, description="Title for search engines; the page's title if none.")
    description = graphene.String(required=True, description="Description for search engines; may be empty.")
    canonical = graphene.String(required=True, description="The one absolute address of the page.")
    robots = graphene.String(required=True, description="What robots may do with the page.")
    image = graphene.Field(Image, description="The image that stands for the page; null without one.")
    alternates = graphene.List(
        graphene.NonNull(Alternate),
        required=True,
        description="The page in every language, for hreflang; empty if it is published in one only.",
    )
    tags = graphene.List(
        graphene.NonNull(SeoTag),
        required=True,
        description="Everything for the head of the page, in order: title, robots, hreflang, Open Graph.",
    )
    json_ld = graphene.String(
        required=True, description="A schema.org graph, for a script element of type application/ld+json."
    )

    def resolve_title(root: Page, info: GraphQLResolveInfo) -> str:
        return root.seo_title or root.title

    def resolve_description(root: Page, info: GraphQLResolveInfo) -> str:
        return root.search_description

    def resolve_canonical(root: Page, info: GraphQLResolveInfo) -> str:
        return url_of(root)

    def resolve_robots(root: Page, info: GraphQLResolveInfo) -> str:
        return ROBOTS

    @batch
    def resolve_image(pages: list[Page], info: GraphQLResolveInfo) -> list[ImageUse | None]:
        keys = [getattr(page, "image_id", None) for page in pages]
        images = public_images(filter(None, keys), context_of(info))
        return [described(image) if key and (image := images[key]) else None for key in keys]

    @batch
    def resolve_alternates(pages: list[Page], info: GraphQLResolveInfo) -> list[list[dict[str, str]]]:
        return alternates_of(pages, context_of(info))

    @batch
    def resolve_tags(pages: list[Page], info: GraphQLResolveInfo) -> list[list[HeadTag]]:
        return [tags_of(facts) for facts in facts_of(pages, context_of(info))]

    @batch
    def resolve_json_ld(pages: list[Page], info: GraphQLResolveInfo) -> list[str]:
        return [json_ld_of(facts) for facts in facts_of(pages, context_of(info))]
