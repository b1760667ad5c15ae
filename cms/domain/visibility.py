"""The one place that says which content an anonymous reader may see. Every read goes through it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import DateTimeField, Field, Model, Q, QuerySet
from django.utils import timezone
from wagtail.models import Collection, Page, Site
from wagtail.query import PageQuerySet

from cms.domain.premises import Premises, Tree, read_premises
from cms.domain.statements import Question
from cms.domain.tags.observing import observed
from cms.models import ContentDocument
from cms.plugin_host.composition import PluginSet

AnyModel = TypeVar("AnyModel", bound=Model)


@dataclass(frozen=True)
class Audience:
    """Everybody on the internet, at one moment, on one site. What cannot be shown to them does not exist.

    Restrictions are read once and hold for the lifetime of the value: make one for each request.
    `passes` are secrets that the reader presented. What they open is the plugins' to say (Withholding).
    """

    site: Site
    plugins: PluginSet
    now: datetime
    premises: Premises = field(default_factory=read_premises, repr=False)
    passes: tuple[str, ...] = field(default=(), repr=False)

    def pages(self, pages: PageQuerySet | None = None) -> PageQuerySet:
        """Return those pages that are live, public, of this site, not aliases and of an enabled plugin."""
        return self.listed(self.reachable(pages))

    def listed(self, pages: PageQuerySet) -> PageQuerySet:
        """Return those pages that no plugin keeps out of lists, public or not."""
        for unlisted in self._withheld("unlisted"):
            pages = pages.exclude(pk__in=unlisted)
        return pages

    def reachable(self, pages: PageQuerySet | None = None) -> PageQuerySet:
        """Return those of `pages`, and those which are in no list but are answered at their address.

        For what names a page that the asker knows: its address, a link to it, its other languages.
        """
        visible = (Page.objects.all() if pages is None else pages).filter(
            self._not_expired, live=True, alias_of__isnull=True
        )
        return with_locale(self.ever_public(visible))

    def ever_public(self, pages: PageQuerySet) -> PageQuerySet:
        """Return those pages of this site that nothing keeps private, live or not.

        For saying that something was here once; never for showing it.
        """
        open_pages = pages.filter(self._within_site).exclude(self._restricted_pages)
        enabled = open_pages.exclude(content_type_id__in=self._disabled_content_types)
        return observed(self.not_withheld(enabled))

    def not_withheld(self, pages: PageQuerySet) -> PageQuerySet:
        """Return those pages that no plugin keeps from this audience, whatever else may hide them."""
        for withheld in self._withheld("pages"):
            pages = pages.exclude(pk__in=withheld)
        return pages

    def files(self, files: QuerySet[AnyModel]) -> QuerySet[AnyModel]:
        """Return those images or documents that lie in no private collection and are not withheld."""
        public = observed(files.exclude(collection_id__in=self._private_collections))
        return public.exclude(self.withheld_document) if files.model is ContentDocument else public

    @cached_property
    def withheld_document(self) -> Q:
        """A condition on documents: that a plugin withholds one of the same work."""
        return any_of(
            Q(pk__in=keys) | Q(edition_of__in=keys) | Q(editions__in=keys) | Q(edition_of__editions__in=keys)
            for keys in self._withheld("documents")
        )

    def _withheld(self, what: str) -> Iterator[QuerySet[Any]]:  # Any: rows of one column
        kept = (getattr(each, what) for each in self.plugins.withholdings)
        return (keys_for(self) for keys_for in kept if keys_for)

    def snippets(self, snippets: QuerySet[AnyModel]) -> QuerySet[AnyModel]:
        """Return those entries that are live, if their model has drafts, and of an enabled plugin."""
        model = snippets.model
        if not self.plugins.is_enabled(model):
            return snippets.none()
        has_drafts = any(f.name == "live" for f in model._meta.get_fields())
        return observed(snippets.filter(self._not_expired, live=True) if has_drafts else snippets)

    def hidden_snippets(self, snippets: QuerySet[AnyModel]) -> QuerySet[AnyModel]:
        """Return exactly those entries that `snippets` leaves out.

        Where nearly all are public, leaving out the few is a fraction of the work of asking for the many.
        """
        model = snippets.model
        if not self.plugins.is_enabled(model):
            return snippets.all()
        has_drafts = any(f.name == "live" for f in model._meta.get_fields())
        return snippets.filter(Q(live=False) | Q(expire_at__lte=self.now)) if has_drafts else snippets.none()

    @property
    def trees(self) -> tuple[Tree, ...]:
        """The site's trees, one for each language that has a home page."""
        return self.premises.trees.get(self.site.pk, ())

    def path_of(self, page: Page) -> str:
        """Return the path of a page of this site with its language prefix, for example /tr/program/."""
        tree = next((tree for tree in self.trees if page.url_path.startswith(tree.url_path)), None)
        return f"/{page.locale.language_code}/{page.url_path[len(tree.url_path) :]}" if tree else ""

    def url_of(self, page: Page) -> str:
        """Return the absolute address of a page of this site."""
        path = self.path_of(page)
        return f"{self.site.root_url}{path}" if path else ""

    @property
    def _not_expired(self) -> Q:
        # The job that unpublishes runs now and then; what has expired is gone at once.
        return Q(expire_at__isnull=True) | Q(expire_at__gt=self.now)

    @cached_property
    def _within_site(self) -> Q:
        return any_of(Q(path__startswith=tree.path) for tree in self.trees)

    @cached_property
    def _restricted_pages(self) -> Q:
        return any_of(Q(path__startswith=path) for path in self.premises.private_pages)

    @cached_property
    def _private_collections(self) -> tuple[int, ...]:
        paths = self.premises.private_collections
        if not paths:
            return ()
        private = Collection.objects.filter(any_of(Q(path__startswith=path) for path in paths))
        return tuple(private.values_list("pk", flat=True))

    @cached_property
    def _disabled_content_types(self) -> tuple[int, ...]:
        labels = self.plugins.disabled_labels
        if not labels:
            return ()
        return tuple(ContentType.objects.filter(app_label__in=labels).values_list("pk", flat=True))


def anonymous_audience() -> Audience:
    """Return everybody, now, on the default site. Raises Site.DoesNotExist when none is set up."""
    premises = read_premises()
    if premises.default_site is None:
        raise Site.DoesNotExist
    return Audience(premises.default_site, PluginSet.installed(), timezone.now(), premises)


class VisibleQuestion:
    """A question about what an audience may see, its SQL written once for each state of the premises.

    `build` gets the audience, any further shape, and a value (or a list of them) for each of the fields.
    """

    def __init__(self, build: Callable[..., QuerySet[Any]], **fields: Field[Any, Any]) -> None:
        def built(standing: Standing, *shape: Hashable, now: datetime, **values: Any) -> QuerySet[Any]:
            return build(replace(standing.audience, now=now), *shape, **values)

        self._build = build
        self._question = Question(built, may_ignore=frozenset({"now"}), now=DateTimeField(), **fields)

    def ask(self, audience: Audience, *shape: Hashable, **values: Any) -> list[Any]:
        """Return what the queryset holds for this audience now.

        What plugins withhold may depend on the moment and the reader in any way: then nothing is kept.
        """
        if audience.plugins.withholdings:
            return list(self._build(audience, *shape, **values))
        return self._question.ask(Standing(audience), *shape, now=audience.now, **values)


class Standing:
    """Whatever of an audience shapes the SQL: two that are equal need but one statement."""

    def __init__(self, audience: Audience) -> None:
        premises = audience.premises
        self.audience = audience
        self.key = (audience.site.pk, audience.trees, premises.private_pages, premises.private_collections)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Standing) and (self.key, self.audience.plugins) == (
            other.key,
            other.audience.plugins,
        )

    def __hash__(self) -> int:
        return hash(self.key)


def with_locale(pages: PageQuerySet) -> PageQuerySet:
    """Return the pages with their language read along: every path and every text asks for it."""
    if not isinstance(pages, PageQuerySet):
        return pages.select_related("locale")
    return pages.select_related("locale").select_related("locale", for_specific_subqueries=True)


def any_of(conditions: Iterable[Q]) -> Q:
    """Return a condition that holds where any of them does; with none given, it holds nowhere."""
    combined = Q(pk__in=())
    for condition in conditions:
        combined |= condition
    return combined
