"""Where an answer comes from: which document, in which state, and in which language instead of which."""

from __future__ import annotations

import graphene
from wagtail.models import Page

from cms.graphql.loading.languages import requested_language
from cms.graphql.locales import LocaleCode
from cms.graphql.objects import global_id

FALLBACK = graphene.List(
    graphene.NonNull(LocaleCode),
    description="Languages to take instead, the first that has it; left out, nothing stands in.",
)


class LocaleMeta(graphene.ObjectType):
    """Which language was asked for, and which this is."""

    requested = graphene.Field(LocaleCode, required=True, description="The language that was asked for.")
    resolved = graphene.Field(LocaleCode, required=True, description="The language that the texts are in.")
    is_fallback = graphene.Boolean(required=True, description="True when the two differ.")


class ContentMeta(graphene.ObjectType):
    """What a document is, apart from what it says."""

    id = graphene.ID(required=True, description="Opaque id, the same as the document's own.")
    type = graphene.String(required=True, description="Name of its GraphQL type.")
    published_at = graphene.DateTime(description="First publication.")
    updated_at = graphene.DateTime(description="Last publication.")
    revision = graphene.ID(description="Changes with each publication; null when none is kept.")
    locale = graphene.Field(LocaleMeta, required=True, description="Its language, and the one asked for.")


def meta_of(page: Page, type_name: str) -> dict[str, object]:
    requested, resolved = requested_language(page), page.locale.language_code
    return {
        "id": global_id(page),
        "type": type_name,
        "published_at": page.first_published_at,
        "updated_at": page.last_published_at,
        "revision": page.live_revision_id,
        "locale": {"requested": requested, "resolved": resolved, "is_fallback": requested != resolved},
    }
