"""What is told about many pages to search engines and previews."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Page

from cms.domain.addresses import url_of
from cms.domain.seo import Picture, SeoFacts
from cms.graphql.context import Context
from cms.graphql.loading.alternates import alternates_of
from cms.graphql.loading.ancestors import public_above
from cms.graphql.loading.identity import remembered
from cms.graphql.loading.images import public_images, sized
from cms.models import ArticlePage, SiteProfile

SOCIAL = "fill-1200x630|preserve-svg"


def facts_of(pages: Sequence[Page], context: Context) -> list[SeoFacts]:
    """Return what is told about each page, for five queries in all."""
    given = {page.pk: page for page in pages}

    def load(keys: list[int]) -> dict[int, SeoFacts]:
        return dict(zip(keys, read([given[key] for key in keys], context), strict=True))

    known = remembered(context, "seo", given, load)
    return [facts for page in pages if (facts := known[page.pk])]


def read(pages: Sequence[Page], context: Context) -> list[SeoFacts]:
    names, pictures = site_names(context), pictures_of(pages, context)
    trails, others = public_above(pages, context), alternates_of(pages, context)
    return [
        facts(page, above, alternates, names, pictures)
        for page, above, alternates in zip(pages, trails, others, strict=True)
    ]


def facts(
    page: Page,
    above: Sequence[Page],
    alternates: Sequence[dict[str, str]],
    names: dict[str, str],
    pictures: dict[int, Picture],
) -> SeoFacts:
    language = page.locale.language_code
    trail = [(each.title, url_of(each)) for each in (*above, page)]
    return SeoFacts(
        language=language,
        title=page.seo_title or page.title,
        description=page.search_description or getattr(page, "intro", ""),
        url=url_of(page),
        is_article=isinstance(page, ArticlePage),
        published_at=page.first_published_at,
        updated_at=page.last_published_at,
        site_name=names.get(language, ""),
        site_url=trail[0][1],
        picture=pictures.get(page.pk),
        alternates=alternates,
        trail=trail,
    )


def site_names(context: Context) -> dict[str, str]:
    """Return the name of the site by language."""
    profiles = SiteProfile.objects.filter(site=context.audience.site)
    return dict(profiles.values_list("locale__language_code", "name"))


def pictures_of(pages: Sequence[Page], context: Context) -> dict[int, Picture]:
    """Return the picture of each page that has a public one, by the page's primary key."""
    keys = {page.pk: key for page in pages if (key := getattr(page, "image_id", None))}
    images = public_images(keys.values(), context)
    shown = {page: image for page, key in keys.items() if (image := images[key])}
    sizes = sized([(image, SOCIAL) for image in shown.values()], context)
    return {
        page: Picture(size.url, size.width, size.height, size.image.description)
        for page, size in zip(shown, sizes, strict=True)
    }
