"""Activities, each told in one language."""

from __future__ import annotations

import graphene
from graphql import GraphQLResolveInfo

from cms.api import (
    Connection,
    Document,
    LocaleCode,
    Page,
    Work,
    context_of,
    global_id,
    keyset_page,
)

from ..domain import Texts, chosen
from ..structured import json_ld
from ..telling import ActivityIn, ActivityPage, Involvement, Order, Relation
from .choosing import TimelinesWhere, choice_of
from .clocks import ClockIn, TimelinesClock
from .dates import DateIn, TimelinesDate, date_told
from .enums import TimelinesKind, TimelinesRelationKind
from .organisations import TimelinesOrganisation, known_languages


class TimelinesRelation(graphene.ObjectType):
    """What an activity is to another one."""

    kind = graphene.Field(TimelinesRelationKind, required=True, description="How they hang together.")
    activity = graphene.Field(lambda: TimelinesActivity, required=True, description="The other one.")

    def resolve_activity(root: Relation, info: GraphQLResolveInfo) -> ActivityIn:
        return root.other


class TimelinesActivity(graphene.ObjectType):
    """Something that happened, goes on or is planned, told in one language."""

    id = graphene.ID(required=True, description="Opaque id; the same in every language.")
    key = graphene.String(required=True, description="Names the activity; the same in every language.")
    kind = graphene.Field(TimelinesKind, required=True, description="What sort of thing it is.")
    locale = graphene.Field(LocaleCode, required=True, description="The language that it is told in.")
    title = graphene.String(required=True, description="What happened, in a few words.")
    summary = graphene.String(required=True, description="A sentence or two more; may be empty.")
    place = graphene.String(description="Where it was; null where this language version does not say.")
    date = graphene.Field(TimelinesDate, required=True, description="When it was, or was to be.")
    actual_date = graphene.Field(
        TimelinesDate, description="When a planned date really came; null: nothing was planned, or not known."
    )
    after = graphene.Field(
        lambda: TimelinesActivity,
        description="The activity that it followed; null: not said, or not public in this language.",
    )
    clock = graphene.Field(
        TimelinesClock, description="At what time of day; null where no time is known, and of most it is not."
    )
    relations = graphene.List(
        graphene.NonNull(TimelinesRelation),
        required=True,
        description="What it followed, is part of and was caused by, as far as that is public here.",
    )
    consultation_key = graphene.String(
        description="Names the consultation that it belongs to; null: none, or not public in this language."
    )
    consultation_title = graphene.String(
        description="What the consultation is called; null where the site keeps no list of them, too."
    )
    asserted_by = graphene.List(
        graphene.NonNull(LocaleCode),
        required=True,
        description="The language versions whose own account states it; empty: not recorded.",
    )
    organisations = graphene.List(
        graphene.NonNull(TimelinesOrganisation),
        required=True,
        description="Those who had a part in it, as far as this language version says so.",
    )
    organiser = graphene.String(description="The organiser in words; null: not told in words.")
    participants = graphene.String(description="The participants in words; null: not told in words.")
    documents = graphene.List(
        graphene.NonNull(Document), required=True, description="Public documents, in the editors' order."
    )
    page = graphene.Field(
        Page, description="The page that tells more, in the same language; null when none is public."
    )

    json_ld = graphene.String(
        required=True,
        description="The same for search engines, as schema.org: an Event only where the days are known.",
    )

    def resolve_id(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return global_id(root.activity)

    def resolve_key(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return root.activity.key

    def resolve_kind(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return root.activity.kind

    def resolve_locale(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return root.language

    def resolve_title(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return root.text.title

    def resolve_summary(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return root.text.summary

    def resolve_place(root: ActivityIn, info: GraphQLResolveInfo) -> str | None:
        return root.text.place or None

    def resolve_date(root: ActivityIn, info: GraphQLResolveInfo) -> DateIn:
        activity = root.activity
        return DateIn(activity.period, root.language, is_settled=activity.actual_date is not None)

    def resolve_actual_date(root: ActivityIn, info: GraphQLResolveInfo) -> DateIn | None:
        return date_told(root.activity.actual_date, root.language)

    def resolve_asserted_by(root: ActivityIn, info: GraphQLResolveInfo) -> list[str]:
        return known_languages(root.activity.asserted_by)

    def resolve_organiser(root: ActivityIn, info: GraphQLResolveInfo) -> str | None:
        return root.text.organiser or None

    def resolve_participants(root: ActivityIn, info: GraphQLResolveInfo) -> str | None:
        return root.text.participants or None

    def resolve_clock(root: ActivityIn, info: GraphQLResolveInfo) -> ClockIn | None:
        clock = root.activity.clock
        return ClockIn(clock, root.language) if clock else None

    def resolve_consultation_key(root: ActivityIn, info: GraphQLResolveInfo) -> str | None:
        return root.consultation_key

    def resolve_consultation_title(root: ActivityIn, info: GraphQLResolveInfo) -> str | None:
        return root.consultation_title

    def resolve_organisations(root: ActivityIn, info: GraphQLResolveInfo) -> tuple[Involvement, ...]:
        return root.organisations

    def resolve_documents(root: ActivityIn, info: GraphQLResolveInfo) -> tuple[Work, ...]:
        return root.documents

    def resolve_json_ld(root: ActivityIn, info: GraphQLResolveInfo) -> str:
        return json_ld(root)


class TimelinesActivityConnection(Connection):
    """Activities in the order of their dates."""

    class Meta:
        node = TimelinesActivity


def activity_page(
    texts: Texts,
    language: str,
    info: GraphQLResolveInfo,
    *,
    first: int,
    after: str | None = None,
    where: TimelinesWhere | None = None,
    sort: str = Order.DATE_ASC,
) -> ActivityPage:
    """Return a page of the activities that an asker chose by CHOOSING."""
    audience = context_of(info).audience
    wanted = chosen(texts, choice_of(where), language=language, audience=audience)
    page = keyset_page(wanted, key="activity__sort_key", first=first, after=after)
    return ActivityPage(
        page.queryset,
        page.key,
        page.first,
        page.after,
        language,
        audience,
        is_descending=sort == Order.DATE_DESC,
    )
