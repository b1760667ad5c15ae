"""Times of day, where a source names them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import graphene
from graphql import GraphQLResolveInfo

from ..clock import Clock


@dataclass(frozen=True)
class ClockIn:
    """Clock times as told in one language."""

    clock: Clock
    language: str


class TimelinesClock(graphene.ObjectType):
    """The times of day of an activity, as its source names them, in the time zone of its place."""

    starts_at = graphene.DateTime(required=True, description="The moment of the start, with its offset.")
    ends_at = graphene.DateTime(description="The moment of the end; null: not known.")
    time_zone = graphene.String(required=True, description="The time zone, such as Europe/Istanbul.")
    label = graphene.String(
        required=True, description="The times in words, such as 14.00–16.00; the days are in `date`."
    )

    def resolve_starts_at(root: ClockIn, info: GraphQLResolveInfo) -> datetime.datetime:
        return root.clock.starts_at

    def resolve_ends_at(root: ClockIn, info: GraphQLResolveInfo) -> datetime.datetime | None:
        return root.clock.ends_at

    def resolve_time_zone(root: ClockIn, info: GraphQLResolveInfo) -> str:
        return root.clock.time_zone

    def resolve_label(root: ClockIn, info: GraphQLResolveInfo) -> str:
        return root.clock.words(root.language)
