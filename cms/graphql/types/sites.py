"""The site: what it says about itself in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import graphene
from django.conf import settings
from graphql import GraphQLResolveInfo

from cms.domain.tags import naming
from cms.domain.tags.ledger import depending_on
from cms.domain.visibility import Audience
from cms.graphql.context import context_of
from cms.graphql.loading.pages import specific_of
from cms.graphql.locales import LocaleCode
from cms.graphql.types.pages import Page
from cms.models import SiteProfile


@dataclass(frozen=True)
class SiteIn:
    """A site, read in one language. Its profile may be missing in that language."""

    audience: Audience
    language: str
    profile: SiteProfile | None
    is_fallback: bool = False


class Site(graphene.ObjectType):
    """A site in one language."""

    hostname = graphene.String(required=True, description="Host name of the public site.")
    locale = graphene.Field(LocaleCode, required=True, description="The language of the texts here.")
    is_fallback = graphene.Boolean(
        required=True, description="True when that is not the language that was asked for."
    )
    locales = graphene.List(
        graphene.NonNull(LocaleCode), required=True, description="All content languages, the default first."
    )
    name = graphene.String(description="Name of the site; null when not written in this language.")
    tagline = graphene.String(description="A few words below the name.")
    description = graphene.String(description="For search engines.")
    footer_text = graphene.String(description="Text at the end of each page.")
    contact_email = graphene.String(description="Where readers write to.")
    home_page = graphene.Field(Page, description="The first page in this language; null when not published.")

    def resolve_hostname(root: SiteIn, info: GraphQLResolveInfo) -> str:
        return root.audience.site.hostname

    def resolve_locale(root: SiteIn, info: GraphQLResolveInfo) -> str:
        return root.language

    def resolve_locales(root: SiteIn, info: GraphQLResolveInfo) -> list[str]:
        codes = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
        return sorted(codes, key=lambda code: code != settings.LANGUAGE_CODE)

    def resolve_name(root: SiteIn, info: GraphQLResolveInfo) -> str | None:
        return said(root, "name")

    def resolve_tagline(root: SiteIn, info: GraphQLResolveInfo) -> str | None:
        return said(root, "tagline")

    def resolve_description(root: SiteIn, info: GraphQLResolveInfo) -> str | None:
        return said(root, "description")

    def resolve_footer_text(root: SiteIn, info: GraphQLResolveInfo) -> str | None:
        return said(root, "footer_text")

    def resolve_contact_email(root: SiteIn, info: GraphQLResolveInfo) -> str | None:
        return said(root, "contact_email")

    def resolve_home_page(root: SiteIn, info: GraphQLResolveInfo) -> Any:
        homes = [tree.path for tree in root.audience.trees if tree.language == root.language]
        home = root.audience.pages().filter(path__in=homes).first()
        return specific_of(home, context_of(info))


def said(site: SiteIn, name: str) -> str | None:
    return (getattr(site.profile, name) or None) if site.profile else None


def site_in(languages: Sequence[str], audience: Audience) -> SiteIn:
    """Return the site in the first language that its profile is written in, else in the first of all."""
    profiles = SiteProfile.objects.filter(site=audience.site, locale__language_code__in=languages)
    with depending_on(map(naming.settings, languages), of={"siteprofile"}):
        written = {profile.locale.language_code: profile for profile in profiles.select_related("locale")}
    language = next((language for language in languages if language in written), languages[0])
    return SiteIn(audience, language, written.get(language), is_fallback=language != languages[0])
