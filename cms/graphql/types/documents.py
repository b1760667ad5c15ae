"""Documents: which languages they exist in, and which file a reader should get."""

import graphene
from graphql import GraphQLResolveInfo

from cms.domain.addresses import served_here
from cms.domain.documents import Work, content_type
from cms.domain.file_access import signed
from cms.graphql.context import context_of
from cms.graphql.locales import LocaleCode
from cms.graphql.objects import global_id
from cms.models import ContentDocument


class DocumentEdition(graphene.ObjectType):
    """One file of a document, in one language."""

    locale = graphene.Field(LocaleCode, description="The file's language; null when it is not stated.")
    title = graphene.String(required=True, description="The title of this file, in its own language.")
    url = graphene.String(
        required=True,
        description="Absolute address of the file; in an answer to an `Access-Pass`, for a quarter hour.",
    )
    size = graphene.Int(description="Size in bytes.")
    content_type = graphene.String(required=True, description="Media type, from the file's name.")

    def resolve_locale(root: ContentDocument, info: GraphQLResolveInfo) -> str | None:
        return root.language or None

    def resolve_url(root: ContentDocument, info: GraphQLResolveInfo) -> str:
        address = served_here(root.url)
        return signed(address, root) if context_of(info).audience.passes else address

    def resolve_size(root: ContentDocument, info: GraphQLResolveInfo) -> int | None:
        return root.get_file_size()

    def resolve_content_type(root: ContentDocument, info: GraphQLResolveInfo) -> str:
        return content_type(root)


class BestDocument(graphene.ObjectType):
    """The edition to offer, and whether it is in another language than the reader's."""

    document = graphene.Field(DocumentEdition, required=True, description="The file to offer.")
    is_fallback = graphene.Boolean(required=True, description="True when it is in another language.")


class Document(graphene.ObjectType):
    """A document with all its editions. What exists in one language only says so."""

    id = graphene.ID(required=True, description="Opaque id.")
    title = graphene.String(required=True, description="Title of the edition offered to this reader.")
    available_in = graphene.List(
        graphene.NonNull(DocumentEdition), required=True, description="Every edition, by language."
    )
    best_for = graphene.Field(
        BestDocument,
        required=True,
        description="The edition for a reader of the language; without one, of the page's language.",
        locale=LocaleCode(description="The reader's language."),
    )
    notice = graphene.String(
        description="What to tell a reader whose language is missing, in that language; null when it is not.",
        locale=LocaleCode(description="The reader's language; left out, the page's."),
    )

    def resolve_id(root: Work, info: GraphQLResolveInfo) -> str:
        return global_id(root.document)

    def resolve_title(root: Work, info: GraphQLResolveInfo) -> str:
        return root.best.title

    def resolve_available_in(root: Work, info: GraphQLResolveInfo) -> list[ContentDocument]:
        return list(root.editions)

    def resolve_best_for(
        root: Work, info: GraphQLResolveInfo, locale: str | None = None
    ) -> dict[str, object]:
        work = for_reader(root, locale)
        return {"document": work.best, "is_fallback": work.is_fallback}

    def resolve_notice(root: Work, info: GraphQLResolveInfo, locale: str | None = None) -> str | None:
        return for_reader(root, locale).notice or None


def for_reader(work: Work, locale: str | None) -> Work:
    return Work(work.document, work.editions, locale) if locale else work
