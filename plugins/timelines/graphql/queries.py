"""The plugin's root fields."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.api import BadInput, LocaleCode, context_of, read_id

from ..domain import public_texts
from ..models import Activity
from ..telling import ActivityIn, ActivityPage, told
from .activities import TimelinesActivity, TimelinesActivityConnection, activity_page
from .buckets import COUNTING, BucketIn, TimelinesBucket, buckets_in
from .choosing import CHOOSING


class Query(graphene.ObjectType):
    """Activities, in one language."""

    timelines_activities = graphene.Field(
        TimelinesActivityConnection,
        description="Public activities by date; those without one behind those that they followed.",
        locale=LocaleCode(required=True, description="The language of the reader."),
        **CHOOSING,
    )
    timelines_activity = graphene.Field(
        TimelinesActivity,
        description="One of them by its key or its id; null when it is not public in the language.",
        locale=LocaleCode(required=True, description="The language of the reader."),
        key=graphene.String(description="The key."),
        id=graphene.ID(description="The id, the same in every language."),
    )

    timelines_buckets = graphene.List(
        graphene.NonNull(TimelinesBucket),
        description="How many public activities there are in each year or month, without the empty ones.",
        locale=LocaleCode(required=True, description="The language of the reader."),
        **COUNTING,
    )

    def resolve_timelines_activities(
        root: object,
        info: GraphQLResolveInfo,
        locale: str,
        **wanted: Any,  # Any: see CHOOSING
    ) -> ActivityPage:
        return activity_page(public_texts(locale, audience=context_of(info).audience), locale, info, **wanted)

    def resolve_timelines_buckets(
        root: object,
        info: GraphQLResolveInfo,
        locale: str,
        **wanted: Any,  # Any: see COUNTING
    ) -> list[BucketIn]:
        texts = public_texts(locale, audience=context_of(info).audience)
        return buckets_in(texts, locale, info, **wanted)

    def resolve_timelines_activity(
        root: object,
        info: GraphQLResolveInfo,
        locale: str,
        key: str | None = None,
        id: str | None = None,  # noqa: A002 -- the argument's name in the schema
    ) -> ActivityIn | None:
        if (key is None) == (id is None):
            raise BadInput("Give either `key` or `id`.")
        audience = context_of(info).audience
        wanted = {"activity__key": key} if id is None else {"activity": primary_key(id)}
        found = public_texts(locale, audience=audience).filter(**wanted)
        return next(iter(told(found, locale, audience=audience)), None)


def primary_key(value: str) -> int:
    """Return the primary key in the id of an activity. Raises BadInput for any other id."""
    label, key = read_id(value)
    if label != Activity._meta.label_lower:
        raise BadInput(f"`id` {value[:60]!r} is not the id of an activity.")
    return key
