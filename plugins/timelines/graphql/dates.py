"""Dates for readers: what is known, its bounds, and its words in their language."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import graphene
from django.utils import timezone
from graphql import GraphQLResolveInfo

from cms.api import BadInput, LocaleCode, context_of

from ..fuzzy import FuzzyDate, Period
from ..labels import LANGUAGES, Form, Style, label
from ..overall import certainty_of, edtf_of, part_of, precision_of, qualifier_of
from .enums import (
    TimelinesCertainty,
    TimelinesLabelForm,
    TimelinesMode,
    TimelinesPart,
    TimelinesPrecision,
    TimelinesQualifier,
)


@dataclass(frozen=True)
class DateIn:
    """A period as told in one language. `is_settled`: whatever was planned, it is known what became of it."""

    period: Period
    language: str
    is_settled: bool = False

    def words(self, *, form: Form, elsewhere: bool, language: str) -> str:
        """Return the label. Raises BadInput for a language in which dates cannot be told."""
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise BadInput(f"Dates cannot be told in {language!r}. Ask for `locale` among {known}.")
        return label(self.period, language=language, style=Style(form, elsewhere=elsewhere))


class TimelinesDate(graphene.ObjectType):
    """When something was, exactly as precisely as it is known. The label is never more precise than that."""

    edtf = graphene.String(
        description="As EDTF (ISO 8601-2); what EDTF cannot say is in `part` and `mode`. Null: not known."
    )
    earliest = graphene.Date(description="The first day it may touch; null: not known, or without limit.")
    latest = graphene.Date(
        description="The last day it may touch; null: not known, without limit, or it still goes on."
    )
    precision = graphene.Field(TimelinesPrecision, required=True, description="How precisely it is known.")
    part = graphene.Field(
        TimelinesPart, description="The part of the year or month that is meant; null: all of it."
    )
    mode = graphene.Field(TimelinesMode, required=True, description="Whether it fills the date.")
    qualifier = graphene.Field(
        TimelinesQualifier, required=True, description="How much the source stands by it."
    )
    certainty = graphene.Field(TimelinesCertainty, required=True, description="Whether it is a fact.")
    label = graphene.String(
        required=True,
        description="In words, in the language of the object it belongs to unless another is asked for.",
        form=TimelinesLabelForm(default_value=Form.LABEL, description="How the words will be used."),
        locale=LocaleCode(description="The language of the words; left out, that of the object."),
        elsewhere=graphene.Boolean(
            default_value=False,
            description="True where the words stand without `asOf`: since around 1980, not for 30 years.",
        ),
    )
    as_of = graphene.Field(
        lambda: TimelinesDate,
        description="When a length of time such as “for about 30 years” was true; null for every other date.",
    )
    is_planned_and_past = graphene.Boolean(
        required=True,
        description="True when a planned date has gone by and it is not known what became of it.",
    )

    def resolve_edtf(root: DateIn, info: GraphQLResolveInfo) -> str | None:
        return edtf_of(root.period) or None

    def resolve_earliest(root: DateIn, info: GraphQLResolveInfo) -> datetime.date | None:
        return root.period.earliest

    def resolve_latest(root: DateIn, info: GraphQLResolveInfo) -> datetime.date | None:
        return root.period.latest

    def resolve_precision(root: DateIn, info: GraphQLResolveInfo) -> str:
        return precision_of(root.period)

    def resolve_part(root: DateIn, info: GraphQLResolveInfo) -> str | None:
        return part_of(root.period)

    def resolve_mode(root: DateIn, info: GraphQLResolveInfo) -> str:
        return root.period.temporal_mode

    def resolve_qualifier(root: DateIn, info: GraphQLResolveInfo) -> str:
        return qualifier_of(root.period)

    def resolve_certainty(root: DateIn, info: GraphQLResolveInfo) -> str:
        return certainty_of(root.period)

    def resolve_label(
        root: DateIn, info: GraphQLResolveInfo, form: Form, elsewhere: bool, locale: str | None = None
    ) -> str:
        return root.words(form=form, elsewhere=elsewhere, language=locale or root.language)

    def resolve_as_of(root: DateIn, info: GraphQLResolveInfo) -> DateIn | None:
        duration = root.period.duration
        return replace(root, period=Period.at(duration.anchor)) if duration else None

    def resolve_is_planned_and_past(root: DateIn, info: GraphQLResolveInfo) -> bool:
        today = timezone.localdate(context_of(info).audience.now)
        return not root.is_settled and root.period.is_planned_and_past(today=today)


def date_told(date: FuzzyDate | None, language: str) -> DateIn | None:
    """Return a single date as told in a language; None where there is none."""
    return DateIn(Period.at(date), language) if date else None
