"""The host's root fields. Plugins add theirs beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import graphene
from graphql import GraphQLResolveInfo
from wagtail.models import Page as PageModel

from cms.domain.navigation import menu_in
from cms.domain.routing import answer_at
from cms.domain.tags.observing import observed
from cms.graphql.connections import PAGING, KeysetPage
from cms.graphql.context import audience_for, context_of
from cms.graphql.loading.languages import in_language
from cms.graphql.loading.page_lists import PageList, page_list
from cms.graphql.locales import LocaleCode
from cms.graphql.objects import read_id
from cms.graphql.ordering import joined
from cms.graphql.types.navigation import Menu, ShownMenu
from cms.graphql.types.page_choices import CHOOSING, TREE, Order, condition_of
from cms.graphql.types.pages import Page, PageConnection, models_by_name
from cms.graphql.types.provenance import FALLBACK
from cms.graphql.types.routes import Route
from cms.graphql.types.search import ResultPage, SearchConnection, search_page
from cms.graphql.types.site_lists import RedirectConnection, SitemapConnection, redirects, sitemap
from cms.graphql.types.sites import Site, SiteIn, site_in
from cms.search.question import LONGEST_QUESTION, MOST_WORDS

SITE = graphene.String(
    description="Host name of the site, with :port if it needs one; left out, the default."
)


class Query(graphene.ObjectType):
    route = graphene.Field(
        Route,
        description="What answers at a path of the frontend, for example /tr/program/. One query is enough.",
        path=graphene.String(required=True, description="The path, with its language prefix."),
        site=SITE,
    )
    page = graphene.Field(
        Page,
        description="A page by its id, in a language; null when neither that nor a fallback is published.",
        id=graphene.ID(required=True, description="The id of any language version, published or not."),
        locale=LocaleCode(description="The wanted language; left out, that of the id."),
        fallback=FALLBACK,
    )
    pages = graphene.Field(
        PageConnection,
        description="Published pages of a language, from anywhere on the site.",
        locale=LocaleCode(required=True, description="The language."),
        site=SITE,
        **CHOOSING,
        **PAGING,
    )
    menu = graphene.Field(
        Menu,
        description="A menu in one language; null when that language has none.",
        active_path=graphene.String(
            description="The path of the page that shows the menu: entries then say which of them lead there."
        ),
        handle=graphene.String(required=True, description="For example main or footer."),
        locale=LocaleCode(required=True, description="The language."),
        site=SITE,
    )
    site = graphene.Field(
        Site,
        description="The site in one language.",
        locale=LocaleCode(required=True, description="The language."),
        fallback=FALLBACK,
        site=SITE,
    )

    sitemap = graphene.Field(
        SitemapConnection,
        description="Every published address of a site, for search engines.",
        locale=LocaleCode(description="Only this language; left out, all."),
        site=SITE,
        **PAGING,
    )
    redirects = graphene.Field(
        RedirectConnection,
        description="Every redirect of a site that leads somewhere public, for frontends that hold them all.",
        site=SITE,
        **PAGING,
    )
    search = graphene.Field(
        SearchConnection,
        description=(
            "What has all these words, in any of their forms; nothing in a query is an operator. "
            "Words of four letters and more also stand for words that begin with them."
        ),
        query=graphene.String(
            required=True,
            description=f"At most {LONGEST_QUESTION} characters and {MOST_WORDS} words.",
        ),
        locale=LocaleCode(required=True, description="The language of the reader and of the results."),
        kinds=graphene.List(
            graphene.NonNull(graphene.String), description="Only these kinds, as facets name them."
        ),
        site=SITE,
        **PAGING,
    )

    def resolve_route(root: None, info: GraphQLResolveInfo, path: str, site: str | None = None) -> Any:
        return answer_at(path, audience=audience_for(info, site))

    def resolve_page(
        root: None,
        info: GraphQLResolveInfo,
        id: str,  # noqa: A002 -- the argument's name in the schema
        locale: str | None = None,
        fallback: list[str] | None = None,
    ) -> Any:
        _, key = read_id(id)
        # Ids can be counted through, which makes them a list.
        known = context_of(info).audience.listed(observed(PageModel.objects.filter(pk=key)))
        page = known.select_related("locale").first()
        if page is None:
            return None
        language = locale or page.locale.language_code
        return in_language([page], context_of(info), language=language, fallback=fallback or ())[0]

    def resolve_pages(
        root: None,
        info: GraphQLResolveInfo,
        locale: str,
        site: str | None = None,
        where: Mapping[str, Any] | None = None,
        sort: list[Order] | None = None,
        **paging: Any,  # Any: PAGING
    ) -> PageList:
        audience, language = audience_for(info, site), str(locale)
        types = models_by_name(audience.plugins)
        condition = condition_of(where, language=language, audience=audience, types=types)
        ordering = joined([each.value for each in sort or ()], otherwise=TREE)
        return page_list(audience, condition, ordering, context_of(info), language=language, **paging)

    def resolve_menu(
        root: None,
        info: GraphQLResolveInfo,
        handle: str,
        locale: str,
        active_path: str | None = None,
        site: str | None = None,
    ) -> Any:
        menu = menu_in(locale, handle=handle, audience=audience_for(info, site))
        return menu and ShownMenu(menu, active_path)

    def resolve_sitemap(
        root: None,
        info: GraphQLResolveInfo,
        locale: str | None = None,
        site: str | None = None,
        **paging: Any,
    ) -> KeysetPage:
        return sitemap(audience_for(info, site), language=locale, **{"after": None, **paging})

    def resolve_redirects(
        root: None,
        info: GraphQLResolveInfo,
        site: str | None = None,
        **paging: Any,  # Any: PAGING
    ) -> KeysetPage:
        return redirects(audience_for(info, site), **paging)

    def resolve_site(
        root: None,
        info: GraphQLResolveInfo,
        locale: str,
        fallback: list[str] | None = None,
        site: str | None = None,
    ) -> SiteIn:
        return site_in((locale, *(fallback or ())), audience_for(info, site))

    def resolve_search(
        root: None,
        info: GraphQLResolveInfo,
        query: str,
        locale: str,
        site: str | None = None,
        **wanted: Any,  # Any: kinds and PAGING
    ) -> ResultPage:
        return search_page(query, str(locale), audience=audience_for(info, site), **wanted)
