"""The parts of a consultation: its rounds, roles and what is known of a historical one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import graphene
from graphql import GraphQLResolveInfo

from cms.api import LocaleCode

from ..domain import History, State
from ..models import Consultation, Role, RoleWording, Round, RoundChange
from ..models.roles import RoleName
from ..wording import STATE_LABELS, closing_text, history_text, opening_text, said_in
from .vocabulary import (
    ConsultationFact,
    ConsultationState,
    Labelled,
    RecordCode,
    RoleCode,
    RoundChangeCode,
    fact_label,
    state_label,
)


@dataclass(frozen=True)
class RoundInLanguage:
    """A round, as told in a language at an instant."""

    round: Round
    zone: ZoneInfo
    language: str
    now: datetime


@dataclass(frozen=True)
class RoundChangeInLanguage:
    """A change of a round, with labels in a language; the reason stays in its own."""

    change: RoundChange
    language: str


class ConsultationRoundChange(graphene.ObjectType):
    """What happened to a round after it was announced, with the reason."""

    code = RoundChangeCode(required=True, description="What happened, for programs.")
    label = graphene.String(required=True, description="What happened, for readers.")
    reason = graphene.String(required=True, description="Why, as the institution wrote it.")
    reason_locale = LocaleCode(required=True, description="The language of the reason.")
    at = graphene.DateTime(required=True, description="When it happened.")
    closes_on_before = graphene.Date(required=True, description="The last day until then.")
    closes_on_after = graphene.Date(required=True, description="The last day since then.")

    def resolve_code(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> RoundChange.What:
        return RoundChange.What(root.change.what)

    def resolve_label(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> str:
        return said_in(root.language, RoundChange.What(root.change.what).label)

    def resolve_reason(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> str:
        return root.change.reason

    def resolve_reason_locale(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> str:
        return root.change.language

    def resolve_at(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> datetime:
        return root.change.at

    def resolve_closes_on_before(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> date:
        return root.change.closes_on_before

    def resolve_closes_on_after(root: RoundChangeInLanguage, info: GraphQLResolveInfo) -> date:
        return root.change.closes_on_after


class ConsultationRound(graphene.ObjectType):
    """A time in which opinions are taken. Dates are local to the consultation's time zone."""

    number = graphene.Int(required=True, description="1 for the first round.")
    state = graphene.Field(ConsultationState, required=True, description="Where this round stands.")
    opens_on = graphene.Date(required=True, description="The first day.")
    opens_at = graphene.DateTime(required=True, description="The first instant that is in time.")
    opening_text = graphene.String(required=True, description="When it opens, in words.")
    closes_on = graphene.Date(required=True, description="The last day.")
    closes_at = graphene.DateTime(
        required=True,
        description="The first instant that is too late: the end of the last day, or earlier.",
    )
    closing_text = graphene.String(required=True, description="When it closes, in words for readers.")
    changes = graphene.List(
        graphene.NonNull(ConsultationRoundChange),
        required=True,
        description="What happened to it after it was announced, the earliest first.",
    )

    def resolve_number(root: RoundInLanguage, info: GraphQLResolveInfo) -> int:
        return root.round.number

    def resolve_state(root: RoundInLanguage, info: GraphQLResolveInfo) -> Labelled | None:
        return state_label(root.round.window.state_at(root.now), root.language)

    def resolve_opens_on(root: RoundInLanguage, info: GraphQLResolveInfo) -> date:
        return root.round.opens_on

    def resolve_opens_at(root: RoundInLanguage, info: GraphQLResolveInfo) -> datetime:
        return root.round.opens_at

    def resolve_opening_text(root: RoundInLanguage, info: GraphQLResolveInfo) -> str:
        return opening_text(root.round.period, zone=root.zone, language=root.language)

    def resolve_closes_on(root: RoundInLanguage, info: GraphQLResolveInfo) -> date:
        return root.round.closes_on

    def resolve_closes_at(root: RoundInLanguage, info: GraphQLResolveInfo) -> datetime:
        return root.round.closes_at

    def resolve_closing_text(root: RoundInLanguage, info: GraphQLResolveInfo) -> str:
        return closing_text(root.round.period, zone=root.zone, language=root.language, now=root.now)

    def resolve_changes(root: RoundInLanguage, info: GraphQLResolveInfo) -> list[RoundChangeInLanguage]:
        return [RoundChangeInLanguage(each, root.language) for each in root.round.changes.all()]


@dataclass(frozen=True)
class RoleInLanguage:
    """A role and, where the language version says anything of it, its words."""

    role: Role
    wording: RoleWording | None
    language: str


class ConsultationRole(graphene.ObjectType):
    """Who did what. The organisation is the same in every language; the words are each version's own."""

    code = RoleCode(required=True, description="The role, for programs.")
    label = graphene.String(required=True, description="The role, for readers.")
    organisation_key = graphene.String(
        description="Key of the organisation in the list of organisations; null when it is not there."
    )
    name = graphene.String(description="How this version names the organisation; null when it does not.")
    part = graphene.String(description="What this version says of their part; null when it says nothing.")

    def resolve_code(root: RoleInLanguage, info: GraphQLResolveInfo) -> RoleName:
        return RoleName(root.role.role)

    def resolve_label(root: RoleInLanguage, info: GraphQLResolveInfo) -> str:
        return said_in(root.language, RoleName(root.role.role).label)

    def resolve_organisation_key(root: RoleInLanguage, info: GraphQLResolveInfo) -> str | None:
        return root.role.organisation_key or None

    def resolve_name(root: RoleInLanguage, info: GraphQLResolveInfo) -> str | None:
        return (root.wording.name or None) if root.wording else None

    def resolve_part(root: RoleInLanguage, info: GraphQLResolveInfo) -> str | None:
        return (root.wording.part or None) if root.wording else None


@dataclass(frozen=True)
class RecordInLanguage:
    """What is known of a historical consultation, as told in a language."""

    consultation: Consultation
    initiator: str
    language: str

    @property
    def history(self) -> History:
        return self.consultation.history


class ConsultationRecord(graphene.ObjectType):
    """What is known of a past consultation that never went through the states of the others."""

    code = RecordCode(required=True, description="What is known, for programs.")
    label = graphene.String(required=True, description="What is known, for readers.")
    text = graphene.String(
        required=True, description="What is known and what is not, in sentences made from the facts."
    )
    sent_on = graphene.Date(description="When the draft was sent; null where nobody knows.")
    recipients_count = graphene.Int(description="To how many it was sent; null where nobody knows.")
    responses_received = graphene.Int(description="How many replied; null where nobody knows.")
    unknown = graphene.List(
        graphene.NonNull(ConsultationFact), required=True, description="What nobody knows, in words."
    )

    def resolve_code(root: RecordInLanguage, info: GraphQLResolveInfo) -> Consultation.KnownOnlyAs:
        return Consultation.KnownOnlyAs(root.consultation.known_only_as)

    def resolve_label(root: RecordInLanguage, info: GraphQLResolveInfo) -> str:
        return said_in(root.language, STATE_LABELS[State.UNKNOWN])

    def resolve_text(root: RecordInLanguage, info: GraphQLResolveInfo) -> str:
        return history_text(root.history, initiator=root.initiator, language=root.language)

    def resolve_sent_on(root: RecordInLanguage, info: GraphQLResolveInfo) -> date | None:
        return root.history.sent_on

    def resolve_recipients_count(root: RecordInLanguage, info: GraphQLResolveInfo) -> int | None:
        return root.history.recipients_count

    def resolve_responses_received(root: RecordInLanguage, info: GraphQLResolveInfo) -> int | None:
        return root.history.responses_received

    def resolve_unknown(root: RecordInLanguage, info: GraphQLResolveInfo) -> list[Labelled]:
        return [fact_label(fact, root.language) for fact in root.history.unknown]
