"""Pages: what every page type has, and the host's own types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import graphene
from django.db.models import Q
from graphql import GraphQLResolveInfo
from wagtail.models import Page as PageModel

from cms.domain.addresses import path_of, url_of
from cms.domain.visibility import any_of
from cms.graphql.connections import PAGING, Connection
from cms.graphql.context import Context, context_of
from cms.graphql.execution import batch
from cms.graphql.loading.ancestors import ancestors_of, parents_of, public_above
from cms.graphql.loading.children import Children, children_of
from cms.graphql.loading.images import public_images
from cms.graphql.loading.languages import in_language
from cms.graphql.locales import LocaleCode
from cms.graphql.objects import ModelType, global_id
from cms.graphql.ordering import joined
from cms.graphql.types.blocks import Block, blocks_of, documents_of
from cms.graphql.types.claims import Claim, claims_of
from cms.graphql.types.documents import Document
from cms.graphql.types.images import Image, ImageUse, described
from cms.graphql.types.page_choices import CHOOSING, TREE, Order, condition_of
from cms.graphql.types.provenance import FALLBACK, ContentMeta, meta_of
from cms.graphql.types.seo import Seo
from cms.graphql.types.translations import Translation, translations_of
from cms.models import ArticlePage as ArticlePageModel
from cms.models import HomePage as HomePageModel
from cms.models import SectionPage as SectionPageModel
from cms.plugin_host.composition import PluginSet


class Breadcrumb(graphene.ObjectType):
    """A page on the way from the home page to where the reader is."""

    title = graphene.String(required=True, description="Its title.")
    path = graphene.String(required=True, description="Its path.")
    url = graphene.String(required=True, description="Its absolute address.")
    is_current = graphene.Boolean(required=True, description="True for the page itself, the last one.")


class Page(graphene.Interface):
    """A published page in one language."""

    id = graphene.ID(required=True, description="Opaque id.")
    meta = graphene.Field(
        ContentMeta, name="_meta", required=True, description="What it is, apart from what it says."
    )
    translation_key = graphene.ID(required=True, description="The same for all language versions.")
    title = graphene.String(required=True, description="Title.")
    slug = graphene.String(required=True, description="Last part of the path.")
    path = graphene.String(
        required=True, description="Path with its language prefix, for example /tr/program/."
    )
    url = graphene.String(required=True, description="Absolute address on the site.")
    locale = graphene.Field(LocaleCode, required=True, description="The language of everything on this page.")
    published_at = graphene.DateTime(description="First publication.")
    updated_at = graphene.DateTime(description="Last publication.")
    seo = graphene.Field(Seo, required=True, description="For search engines.")
    translations = graphene.List(
        graphene.NonNull(Translation), required=True, description="Every other language, translated or not."
    )
    in_locale = graphene.Field(
        lambda: Page,
        description="The page's version in a language; null when neither that nor a fallback is published.",
        locale=LocaleCode(required=True, description="The language."),
        fallback=FALLBACK,
    )
    claims = graphene.List(
        graphene.NonNull(Claim), required=True, description="Statements of fact, comparable across languages."
    )
    parent = graphene.Field(lambda: Page, description="The page above; null for a home page.")
    ancestors = graphene.List(
        graphene.NonNull(lambda: Page), required=True, description="From the home page down to the parent."
    )
    breadcrumbs = graphene.List(
        graphene.NonNull(Breadcrumb),
        required=True,
        description="From the home page down to the page itself, in its language.",
    )
    children = graphene.Field(
        lambda: PageConnection,
        required=True,
        description="Public pages below; as the editors ordered them, unless sorted otherwise.",
        **CHOOSING,
        **PAGING,
    )

    @classmethod
    def resolve_type(cls, instance: Any, info: GraphQLResolveInfo) -> Any:  # Any: graphene is untyped
        return page_types(context_of(info).audience.plugins)[type(instance)]

    def resolve_id(root: PageModel, info: GraphQLResolveInfo) -> str:
        return global_id(root)

    def resolve_meta(root: PageModel, info: GraphQLResolveInfo) -> dict[str, object]:
        return meta_of(root, page_types(context_of(info).audience.plugins)[type(root)]._meta.name)

    def resolve_path(root: PageModel, info: GraphQLResolveInfo) -> str:
        return context_of(info).audience.path_of(root)

    def resolve_url(root: PageModel, info: GraphQLResolveInfo) -> str:
        return context_of(info).audience.url_of(root)

    def resolve_locale(root: PageModel, info: GraphQLResolveInfo) -> str:
        return root.locale.language_code

    def resolve_published_at(root: PageModel, info: GraphQLResolveInfo) -> Any:
        return root.first_published_at

    def resolve_updated_at(root: PageModel, info: GraphQLResolveInfo) -> Any:
        return root.last_published_at

    def resolve_seo(root: PageModel, info: GraphQLResolveInfo) -> PageModel:
        return root

    @batch
    def resolve_breadcrumbs(pages: list[PageModel], info: GraphQLResolveInfo) -> list[Any]:
        above = public_above(pages, context_of(info))
        return [
            [crumb(each, page) for each in (*line, page)] for page, line in zip(pages, above, strict=True)
        ]

    @batch
    def resolve_translations(pages: list[PageModel], info: GraphQLResolveInfo) -> list[Any]:
        return translations_of(pages, context_of(info))

    @batch
    def resolve_in_locale(
        pages: list[PageModel], info: GraphQLResolveInfo, locale: str, fallback: list[str] | None = None
    ) -> list[PageModel | None]:
        return in_language(pages, context_of(info), language=locale, fallback=fallback or ())

    @batch
    def resolve_claims(pages: list[PageModel], info: GraphQLResolveInfo) -> list[Any]:
        return claims_of(pages, context_of(info))

    @batch
    def resolve_parent(pages: list[PageModel], info: GraphQLResolveInfo) -> list[PageModel | None]:
        return parents_of(pages, context_of(info))

    @batch
    def resolve_ancestors(pages: list[PageModel], info: GraphQLResolveInfo) -> list[list[PageModel]]:
        return ancestors_of(pages, context_of(info))

    @batch
    def resolve_children(
        pages: list[PageModel],
        info: GraphQLResolveInfo,
        where: Mapping[str, Any] | None = None,
        sort: list[Order] | None = None,
        **paging: Any,  # Any: PAGING
    ) -> list[Children]:
        context = context_of(info)
        ordering = joined([each.value for each in sort or ()], otherwise=TREE)
        condition = condition_in_each_language(where, pages, context) if where else Q()
        return children_of(pages, context, ordering=ordering, condition=condition, **paging)


def condition_in_each_language(where: Mapping[str, Any], pages: list[PageModel], context: Context) -> Q:
    """Return the condition that children have to fulfil, each in the language of its parent."""
    types = models_by_name(context.audience.plugins)
    languages = {page.locale.language_code for page in pages}
    return any_of(
        Q(
            condition_of(where, language=language, audience=context.audience, types=types),
            locale__language_code=language,
        )
        for language in languages
    )


def crumb(page: PageModel, current: PageModel) -> dict[str, object]:
    is_current = page.pk == current.pk
    return {"title": page.title, "path": path_of(page), "url": url_of(page), "is_current": is_current}


@cache
def page_types(plugins: PluginSet) -> dict[type[PageModel], Any]:  # Any: graphene types
    """Return the GraphQL type of each page model."""
    return {model: graphql_type for _, (model, graphql_type) in plugins.collect("page_types")}


@cache
def models_by_name(plugins: PluginSet) -> dict[str, type[PageModel]]:
    """Return each page model by the name of its GraphQL type."""
    return {graphql_type._meta.name: model for model, graphql_type in page_types(plugins).items()}


class BodyFields:
    """Introduction and body, for page types that have them."""

    intro = graphene.String(required=True, description="A paragraph before the body; may be empty.")
    body = graphene.List(graphene.NonNull(Block), required=True, description="The body, block by block.")
    documents = graphene.List(
        graphene.NonNull(Document), required=True, description="Every document that the body lists."
    )

    @batch
    def resolve_body(pages: list[Any], info: GraphQLResolveInfo) -> list[list[Any]]:
        return blocks_of(pages, context_of(info))

    @batch
    def resolve_documents(pages: list[Any], info: GraphQLResolveInfo) -> list[list[Any]]:
        bodies = blocks_of(pages, context_of(info))
        listing = [[block for block in body if block.name == "documents"] for body in bodies]
        found = iter(documents_of([block for body in listing for block in body], context_of(info)))
        return [[work for _ in body for work in next(found)] for body in listing]


class PageWithBody(BodyFields, graphene.Interface):
    """A page with an introduction and a body, so that frontends can draw pages of types they do not know."""


class PageType(ModelType):
    """Base of the GraphQL type of a page model. With BodyFields it is a PageWithBody as well."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(
        cls, fields: tuple[str, ...] = (), interfaces: tuple[Any, ...] = (), **options: Any
    ) -> None:
        own = (Page, PageWithBody) if issubclass(cls, BodyFields) else (Page,)
        super().__init_subclass_with_meta__(fields=fields, interfaces=(*own, *interfaces), **options)


class HomePage(BodyFields, PageType):
    """The first page of a language."""

    class Meta:
        model = HomePageModel


class SectionPage(BodyFields, PageType):
    """A part of the site."""

    class Meta:
        model = SectionPageModel


class ArticlePage(BodyFields, PageType):
    """A text to be read."""

    image = graphene.Field(Image, description="The image that stands for the article.")

    class Meta:
        model = ArticlePageModel

    @batch
    def resolve_image(articles: list[ArticlePageModel], info: GraphQLResolveInfo) -> list[ImageUse | None]:
        keys = [article.image_id for article in articles]
        images = public_images(filter(None, keys), context_of(info))
        return [described(image) if (image := images.get(key)) else None for key in keys]


class PageConnection(Connection):
    """A list of pages."""

    class Meta:
        node = Page
