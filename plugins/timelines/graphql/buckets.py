"""How many activities there are in each year or month."""

from __future__ import annotations

from dataclasses import dataclass

import graphene
from django.utils import timezone
from graphql import GraphQLResolveInfo

from cms.api import BadInput, context_of

from ..buckets import Bucket, TooManyBuckets, Unit, buckets_of
from ..domain import Texts, chosen
from .choosing import TimelinesWhere, choice_of
from .enums import TimelinesUnit


@dataclass(frozen=True)
class BucketIn:
    """A bucket as told in one language."""

    bucket: Bucket
    language: str


class TimelinesBucket(graphene.ObjectType):
    """A year or a month, and how many activities may touch it."""

    key = graphene.String(required=True, description="The year or month in EDTF, such as 2010 or 2010-04.")
    label = graphene.String(required=True, description="The same in words.")
    count = graphene.Int(required=True, description="How many may touch it; one may touch several.")
    certain_count = graphene.Int(required=True, description="How many of these lie wholly inside it.")

    def resolve_key(root: BucketIn, info: GraphQLResolveInfo) -> str:
        return root.bucket.key

    def resolve_label(root: BucketIn, info: GraphQLResolveInfo) -> str:
        return root.bucket.label(root.language)

    def resolve_count(root: BucketIn, info: GraphQLResolveInfo) -> int:
        return root.bucket.count

    def resolve_certain_count(root: BucketIn, info: GraphQLResolveInfo) -> int:
        return root.bucket.certain_count


COUNTING = {
    "unit": TimelinesUnit(required=True, description="How long each bucket is."),
    "where": TimelinesWhere(
        description="Only of those that fulfil this; `overlaps` also limits the buckets."
    ),
}
"""Arguments of a field that counts activities."""


def buckets_in(
    texts: Texts, language: str, info: GraphQLResolveInfo, *, unit: Unit, where: TimelinesWhere | None = None
) -> list[BucketIn]:
    """Return the buckets of the texts that an asker chose by COUNTING. Raises BadInput for too many."""
    choice, audience = choice_of(where), context_of(info).audience
    wanted = chosen(texts, choice, language=language, audience=audience)
    today = timezone.localdate(audience.now)
    try:
        found = buckets_of(wanted, Unit(unit), days=choice.overlaps, today=today)
    except TooManyBuckets as problem:
        raise BadInput(f"{problem} Ask for a longer `unit`, or for fewer days in `where.overlaps`.") from None
    return [BucketIn(bucket, language) for bucket in found]
