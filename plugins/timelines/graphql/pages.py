"""The page and the block that show a timeline."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import Block, BodyFields, PageType, batch, context_of

from ..addresses import Address
from ..domain import shown_on
from ..models import TimelinePage
from ..telling import ActivityPage
from .activities import TimelinesActivityConnection, activity_page
from .buckets import COUNTING, BucketIn, TimelinesBucket, buckets_in
from .choosing import CHOOSING


class TimelinesFeeds(graphene.ObjectType):
    """Where a timeline can be subscribed to, in its language. Absolute addresses."""

    calendar = graphene.String(required=True, description="iCalendar, of what is known to the day.")
    fuzzy_calendar = graphene.String(
        required=True, description="The same with coarser dates as spans that block no time."
    )
    atom = graphene.String(required=True, description="Atom, what was published last first.")
    json_feed = graphene.String(required=True, description="The same as JSON Feed.")
    listing = graphene.String(
        required=True, description="A page with the list; with `?fragment=1` to be put into another page."
    )


class TimelinesTimelinePage(BodyFields, PageType):
    """A page that shows activities in the order of their dates."""

    activities = graphene.Field(
        TimelinesActivityConnection,
        required=True,
        description="Its public activities by date; those without one behind those that they followed.",
        **CHOOSING,
    )
    buckets = graphene.List(
        graphene.NonNull(TimelinesBucket),
        required=True,
        description="How many of them there are in each year or month, without the empty ones.",
        **COUNTING,
    )
    feeds = graphene.Field(TimelinesFeeds, required=True, description="Where it can be subscribed to.")

    class Meta:
        model = TimelinePage
        fields = ("intro",)

    def resolve_activities(root: TimelinePage, info: GraphQLResolveInfo, **wanted: Any) -> ActivityPage:
        texts = shown_on(root, audience=context_of(info).audience)
        return activity_page(texts, root.locale.language_code, info, **wanted)

    def resolve_buckets(root: TimelinePage, info: GraphQLResolveInfo, **wanted: Any) -> list[BucketIn]:
        texts = shown_on(root, audience=context_of(info).audience)
        return buckets_in(texts, root.locale.language_code, info, **wanted)

    def resolve_feeds(root: TimelinePage, info: GraphQLResolveInfo) -> Address:
        return Address(root.locale.language_code, root.translation_key)


class TimelinesTimelineBlock(graphene.ObjectType):
    """A timeline within a body."""

    class Meta:
        interfaces = (Block,)

    title = graphene.String(required=True, description="Title of the timeline; may be empty.")
    timeline = graphene.Field(
        TimelinesTimelinePage,
        description="The page whose activities to show, in the body's language; null when it is not public.",
    )

    def resolve_title(root: Any, info: GraphQLResolveInfo) -> str:  # Any: the host's block with its value
        return str(root.value["title"])

    @batch
    def resolve_timeline(blocks: list[Any], info: GraphQLResolveInfo) -> list[TimelinePage | None]:
        chosen = [block.value["timeline"] for block in blocks]  # Any: as above
        keys = {page.translation_key for page in chosen if page}
        public = context_of(info).audience.pages(TimelinePage.objects.filter(translation_key__in=keys))
        versions = {(page.translation_key, page.locale.language_code): page for page in public}
        return [
            versions.get((page.translation_key, block.language)) if page else None
            for page, block in zip(chosen, blocks, strict=True)
        ]
