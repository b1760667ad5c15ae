"""How fast operations are executed: `python -m cms.graphql.benchmarks.executing`.

The same schema and document, executed by graphql-core and by us; then a listing, beside what one would write
by hand. Documents are parsed and validated before the clock starts, for both.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from types import SimpleNamespace
from typing import Any

import django
import graphene
import graphql
import orjson

from cms.graphql.execution import Plans, execute


def main() -> None:
    """Print milliseconds and ratios; each line says what the ratio should be."""
    django.setup()
    from cms.graphql.benchmarks.content import hundred_articles  # noqa: PLC0415 -- models need django.setup()

    print(f"{'a hundred':42}{'ours':>9}{'other':>9}{'ratio':>9}")
    objects_in_memory()
    with hundred_articles():
        rows_of_the_database()
        listing()


def objects_in_memory() -> None:
    class Item(graphene.ObjectType):
        a, b, c, d = (graphene.String(required=True) for _ in range(4))
        e, f = graphene.String(), graphene.String()
        g, h = graphene.Int(), graphene.Int(required=True)
        i, j = graphene.Float(), graphene.Boolean()

    class Query(graphene.ObjectType):
        items = graphene.List(graphene.NonNull(Item), required=True)

        def resolve_items(root: None, info: graphql.GraphQLResolveInfo) -> list[Any]:
            return items

    texts = {name: f"text {name}" for name in "abcdef"}
    items = [SimpleNamespace(**texts, g=number, h=number, i=1.5, j=True) for number in range(100)]
    beside_core("objects × 10 scalars", Query, "{ items { a b c d e f g h i j } }", wanted="7× or more")


def rows_of_the_database() -> None:
    from cms.graphql.objects import ModelType  # noqa: PLC0415 -- after django.setup()
    from cms.models import ArticlePage, Claim  # noqa: PLC0415

    class ClaimRow(ModelType):
        class Meta:
            model = Claim
            fields = ("key", "value", "canonical", "note", "sort_order")
            skip_registry = True

    class ArticleRow(ModelType):
        class Meta:
            model = ArticlePage
            fields = ("title", "slug", "intro", "first_published_at", "last_published_at", "seo_title")
            skip_registry = True

    class Query(graphene.ObjectType):
        claims = graphene.List(graphene.NonNull(ClaimRow))
        articles = graphene.List(graphene.NonNull(ArticleRow))

        def resolve_claims(root: None, info: graphql.GraphQLResolveInfo) -> Any:
            return Claim.objects.order_by("pk")

        def resolve_articles(root: None, info: graphql.GraphQLResolveInfo) -> Any:
            return ArticlePage.objects.order_by("pk")

    beside_core(
        "claims, query included",
        Query,
        "{ claims { key value canonical note sortOrder a: key b: value c: canonical d: note e: sortOrder } }",
        wanted="3× or more",
    )
    beside_core(
        "articles, query and page objects included",
        Query,
        "{ articles { title slug intro firstPublishedAt lastPublishedAt seoTitle } }",
        wanted="making a page object takes most of it",
    )


def listing() -> None:
    from cms.models import ArticlePage  # noqa: PLC0415 -- after django.setup()

    columns = ("id", "title", "slug", "url_path", "intro", "seo_title", "first_published_at")

    class Article(graphene.ObjectType):
        id = graphene.Int()
        title, slug, url_path, intro, seo_title = (graphene.String() for _ in range(5))
        first_published_at = graphene.DateTime()

    class Query(graphene.ObjectType):
        articles = graphene.List(graphene.NonNull(Article), required=True)

        def resolve_articles(root: None, info: graphql.GraphQLResolveInfo) -> Any:
            rows = ArticlePage.objects.order_by("pk").values_list(*columns)
            return [dict(zip(columns, row, strict=True)) for row in rows]

    names = ("id", "title", "slug", "urlPath", "intro", "seoTitle", "firstPublishedAt")
    text = f"{{ articles {{ {' '.join(names)} }} }}"
    plans = Plans(graphene.Schema(query=Query).graphql_schema)

    def ours() -> bytes:
        return orjson.dumps({"data": execute(plans.plan(text)).data})

    def by_hand() -> bytes:
        rows = ArticlePage.objects.order_by("pk").values_list(*columns)
        return orjson.dumps({"data": {"articles": [dict(zip(names, row, strict=True)) for row in rows]}})

    assert ours() == by_hand()
    tell("articles as JSON, beside hand-written", ours, by_hand, wanted="0.67× or more")


def beside_core(name: str, query: type[graphene.ObjectType], text: str, *, wanted: str) -> None:
    plans = Plans(graphene.Schema(query=query).graphql_schema)
    plan = plans.plan(text)

    def ours() -> Any:
        return execute(plan)

    def core() -> Any:
        return graphql.execute(plans.schema, plan.document)

    assert ours() == core()
    tell(name, ours, core, wanted=wanted)


def tell(name: str, ours: Callable[[], Any], other: Callable[[], Any], *, wanted: str) -> None:
    first, second = milliseconds(ours), milliseconds(other)
    print(f"{name:42}{first:7.2f}ms{second:7.2f}ms{second / first:8.1f}×   {wanted}")


def milliseconds(work: Callable[[], Any], *, rounds: int = 9, each: float = 0.1) -> float:
    """Return the processor time of the fastest of some rounds, which disturbs least what else runs here."""
    times = []
    for _ in range(rounds):
        gc.collect()
        begin = process_time()
        calls = 0
        while process_time() - begin < each:
            work()
            calls += 1
        times.append((process_time() - begin) / calls)
    return min(times) * 1000


if __name__ == "__main__":
    main()
