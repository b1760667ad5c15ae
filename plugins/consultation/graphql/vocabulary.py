"""The closed lists of this plugin as enums, and the objects that pair a code with its label for readers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import graphene
from django.utils.functional import Promise
from graphql import GraphQLResolveInfo

from cms.api import described_enum

from ..domain import Fact, State
from ..models import Consultation, RoundChange
from ..models.roles import RoleName
from ..wording import FACT_NAMES, STATE_LABELS, said_in

# Without DRAFT: nothing of a consultation that is being prepared is public.
PublicState = StrEnum(  # type: ignore[misc]  # the members are those of State
    "PublicState", {state.name: state.value for state in State if state is not State.DRAFT}
)


@dataclass(frozen=True)
class Labelled:
    """A code of a closed list, with its label in the language of the object that it hangs on."""

    code: StrEnum | str
    label: Promise | str
    language: str


def state_label(state: State, language: str) -> Labelled | None:
    """Return the state for readers; None while the consultation is being prepared."""
    if state is State.DRAFT:
        return None
    return Labelled(PublicState(state), STATE_LABELS[state], language)


def fact_label(fact: Fact, language: str) -> Labelled:
    return Labelled(fact, FACT_NAMES[fact], language)


def choice_label(choices: type[Any], value: str, language: str) -> Labelled:  # Any: Django's choices
    """Return a value of a model's choices with its label."""
    choice = choices(value)
    return Labelled(choice, choice.label, language)


StateCode = described_enum(
    PublicState,
    "ConsultationStateCode",
    "Where a consultation stands at the moment of the answer.",
    UNKNOWN="A historical record, known only as sent for opinions.",
    SCHEDULED="It will open on a date that is given.",
    OPEN="Opinions are taken now.",
    SUSPENDED="Opinions are not taken for the time being; it will go on with a new closing date.",
    CLOSED="The closing date has passed; the opinions are being assessed.",
)
KindCode = described_enum(
    Consultation.Kind,
    "ConsultationKindCode",
    "What kind of text is a draft.",
    PROTOCOL="An agreement between institutions.",
    REGULATION="A legal text.",
    STRATEGY="A strategy or a plan.",
    REPORT="A report or an information text.",
    OTHER="Something else.",
)
ParticipationCode = described_enum(
    Consultation.Participation,
    "ConsultationParticipationCode",
    "Who is asked for opinions.",
    OPEN="Everybody.",
    REGISTERED="Everybody who confirms an e-mail address.",
    INVITED="Recipients whom the initiator chose.",
)
RecordCode = described_enum(
    Consultation.KnownOnlyAs,
    "ConsultationRecordCode",
    "What little is known of a past consultation.",
    SENT_FOR_OPINIONS="That the draft was sent for opinions: no dates, no recipients, no outcome.",
)
RoleCode = described_enum(
    RoleName,
    "ConsultationRoleCode",
    "What an organisation does in a consultation.",
    INITIATOR="Asks for the opinions.",
    COORDINATOR="Coordinates the consultation.",
    DRAFTER="Prepared the draft.",
    OVERSEER="Oversaw the preparation of the draft.",
)
FactCode = described_enum(
    Fact,
    "ConsultationFactCode",
    "A fact that a historical record may lack.",
    SENT_ON="When the draft was sent.",
    CLOSES_ON="Until when opinions could be given.",
    RECIPIENTS="To whom the draft was sent.",
    RESPONSES="How many replied.",
    OUTCOME="What came of it.",
)


RoundChangeCode = described_enum(
    RoundChange.What,
    "ConsultationRoundChangeCode",
    "What happened to a round after it was announced.",
    EXTENDED="It closes later, or was opened again.",
    SUSPENDED="No opinions are taken until it is resumed.",
    RESUMED="It goes on, until its new closing date.",
    CLOSED_EARLY="It was closed before its date.",
)


class LabelledFields:
    """What every pair of a code and a label has."""

    label = graphene.String(required=True, description="For readers, in the language of the page.")

    def resolve_label(root: Labelled, info: GraphQLResolveInfo) -> str:
        return said_in(root.language, root.label)


class ConsultationState(LabelledFields, graphene.ObjectType):
    """Where a consultation stands, computed from the time of the answer."""

    code = StateCode(required=True, description="For programs.")


class ConsultationKind(LabelledFields, graphene.ObjectType):
    """What kind of text the draft is."""

    code = KindCode(required=True, description="For programs.")


class ConsultationParticipation(LabelledFields, graphene.ObjectType):
    """Who is asked for opinions."""

    code = ParticipationCode(required=True, description="For programs.")


class ConsultationFact(LabelledFields, graphene.ObjectType):
    """A fact that nobody knows."""

    code = FactCode(required=True, description="For programs.")
