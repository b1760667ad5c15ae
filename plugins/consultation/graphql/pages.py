"""The page of a consultation, with everything that is known of it at the moment of the answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import graphene
from graphql import GraphQLResolveInfo

from cms.api import BodyFields, Connection, LocaleCode, PageType, context_of

from ..domain import state_at
from ..listings import PublicDraft, public_drafts, published
from ..models import Consultation, DraftVersion
from ..models import ConsultationPage as ConsultationPageModel
from ..models.roles import RoleName
from .drafts import ConsultationDraft, ConsultationDraftVersion
from .facts import (
    ConsultationRecord,
    ConsultationRole,
    ConsultationRound,
    RecordInLanguage,
    RoleInLanguage,
    RoundInLanguage,
)
from .vocabulary import (
    ConsultationKind,
    ConsultationParticipation,
    ConsultationState,
    Labelled,
    choice_label,
    state_label,
)


class ConsultationPage(BodyFields, PageType):
    """A consultation, told in one language. Its facts are the same in every language."""

    key = graphene.String(required=True, description="Names the consultation; the same in every language.")
    reference = graphene.String(description="As on letters, for example EV-2026-003; null without one.")
    kind = graphene.Field(ConsultationKind, required=True, description="What kind of text the draft is.")
    participation = graphene.Field(
        ConsultationParticipation, required=True, description="Who is asked for opinions."
    )
    purpose = graphene.String(description="What is asked for, in this version’s words; null if not said.")
    recipients = graphene.String(description="Who was asked, in this version’s words; null if not said.")
    how_to_respond = graphene.String(
        description="How to give an opinion; null when nobody can, or when it is not known."
    )
    state = graphene.Field(
        ConsultationState, description="Where it stands at `serverTime`; null while it has no dates."
    )
    server_time = graphene.DateTime(
        required=True, description="The instant that this answer is about; compare closing times with it."
    )
    time_zone = graphene.String(required=True, description="IANA name of the zone that dates are local to.")
    closes_on = graphene.Date(description="The last day of the current round; null without a round.")
    closes_at = graphene.DateTime(
        description="The first instant that is too late for the current round; null without a round."
    )
    current_round = graphene.Field(
        ConsultationRound, description="The open round, else the next to open, else the last; null without."
    )
    rounds = graphene.List(
        graphene.NonNull(ConsultationRound), required=True, description="All rounds, by number."
    )
    authoritative_language = LocaleCode(required=True, description="The language whose text counts.")
    draft = graphene.Field(
        ConsultationDraft,
        description="The newest version of the draft, as files; null when it is not public or has no file.",
    )
    earlier_drafts = graphene.List(
        graphene.NonNull(ConsultationDraft),
        required=True,
        description="Public versions with files before the newest, the latest first.",
    )
    draft_versions = graphene.List(
        graphene.NonNull(ConsultationDraftVersion),
        required=True,
        description="All published versions that are public, the newest first.",
    )
    draft_languages = graphene.List(
        graphene.NonNull(LocaleCode),
        required=True,
        description="The languages that the newest version exists in; empty when it is not public.",
    )
    roles = graphene.List(
        graphene.NonNull(ConsultationRole), required=True, description="Who did what, in the editors’ order."
    )
    known_only_as = graphene.Field(
        ConsultationRecord, description="What is known of a historical one; null for every other."
    )

    class Meta:
        model = ConsultationPageModel
        fields = ("intro",)

    def resolve_key(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str:
        return root.consultation.key

    def resolve_reference(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str | None:
        return root.consultation.reference or None

    def resolve_kind(root: ConsultationPageModel, info: GraphQLResolveInfo) -> Labelled:
        return choice_label(Consultation.Kind, root.consultation.kind, language_of(root))

    def resolve_participation(root: ConsultationPageModel, info: GraphQLResolveInfo) -> Labelled:
        return choice_label(Consultation.Participation, root.consultation.participation, language_of(root))

    def resolve_purpose(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str | None:
        return root.purpose or None

    def resolve_recipients(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str | None:
        return root.recipients or None

    def resolve_how_to_respond(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str | None:
        return root.how_to_respond or None

    def resolve_state(root: ConsultationPageModel, info: GraphQLResolveInfo) -> Labelled | None:
        consultation = root.consultation
        state = state_at(now_of(info), windows=consultation.windows, is_historical=consultation.is_historical)
        return state_label(state, language_of(root))

    def resolve_server_time(root: ConsultationPageModel, info: GraphQLResolveInfo) -> datetime:
        return now_of(info)

    def resolve_time_zone(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str:
        return root.consultation.time_zone

    def resolve_closes_on(root: ConsultationPageModel, info: GraphQLResolveInfo) -> date | None:
        current = root.consultation.current_round(now_of(info))
        return current.closes_on if current else None

    def resolve_closes_at(root: ConsultationPageModel, info: GraphQLResolveInfo) -> datetime | None:
        current = root.consultation.current_round(now_of(info))
        return current.closes_at if current else None

    def resolve_current_round(
        root: ConsultationPageModel, info: GraphQLResolveInfo
    ) -> RoundInLanguage | None:
        consultation, now = root.consultation, now_of(info)
        current = consultation.current_round(now)
        return RoundInLanguage(current, consultation.zone, language_of(root), now) if current else None

    def resolve_rounds(root: ConsultationPageModel, info: GraphQLResolveInfo) -> list[RoundInLanguage]:
        zone, language, now = root.consultation.zone, language_of(root), now_of(info)
        return [RoundInLanguage(each, zone, language, now) for each in root.consultation.rounds.all()]

    def resolve_authoritative_language(root: ConsultationPageModel, info: GraphQLResolveInfo) -> str:
        return root.consultation.authoritative_language

    def resolve_draft(root: ConsultationPageModel, info: GraphQLResolveInfo) -> PublicDraft | None:
        draft = newest_draft(root, info)
        return draft if draft and draft.document else None

    def resolve_earlier_drafts(root: ConsultationPageModel, info: GraphQLResolveInfo) -> list[PublicDraft]:
        return [draft for draft in drafts_of(root, info)[1:] if draft and draft.document]

    def resolve_draft_versions(root: ConsultationPageModel, info: GraphQLResolveInfo) -> list[PublicDraft]:
        return [draft for draft in drafts_of(root, info) if draft]

    def resolve_draft_languages(root: ConsultationPageModel, info: GraphQLResolveInfo) -> tuple[str, ...]:
        draft = newest_draft(root, info)
        return draft.languages if draft else ()

    def resolve_roles(root: ConsultationPageModel, info: GraphQLResolveInfo) -> list[RoleInLanguage]:
        wordings = {wording.role: wording for wording in root.role_wordings.all()}
        language = language_of(root)
        return [
            RoleInLanguage(role, wordings.get(role.role), language) for role in root.consultation.roles.all()
        ]

    def resolve_known_only_as(
        root: ConsultationPageModel, info: GraphQLResolveInfo
    ) -> RecordInLanguage | None:
        if not root.consultation.is_historical:
            return None
        names = {wording.role: wording.name for wording in root.role_wordings.all()}
        return RecordInLanguage(root.consultation, names.get(RoleName.INITIATOR, ""), language_of(root))


class ConsultationPageConnection(Connection):
    """A list of consultations."""

    class Meta:
        node = ConsultationPage


def load_drafts(pages: Iterable[ConsultationPageModel], *, language: str, info: GraphQLResolveInfo) -> None:
    """Read the drafts of many pages at once, so that each finds its own."""
    context = context_of(info)
    wanted = [page for page in pages if (DRAFTS, page.pk) not in context.loaded]
    found = public_drafts(wanted, language=language, audience=context.audience)
    context.loaded.update({(DRAFTS, page.pk): found for page in wanted})


DRAFTS = "consultation.drafts"


def drafts_of(page: ConsultationPageModel, info: GraphQLResolveInfo) -> list[PublicDraft | None]:
    """Return every published version, the newest first; None stands for one whose document is private."""
    load_drafts([page], language=language_of(page), info=info)
    public: dict[DraftVersion, PublicDraft] = context_of(info).loaded[DRAFTS, page.pk]
    return [public.get(version) for version in published(page.consultation.draft_versions.all())]


def newest_draft(page: ConsultationPageModel, info: GraphQLResolveInfo) -> PublicDraft | None:
    """Return the newest version. An older one never stands in for one that is not public."""
    return next(iter(drafts_of(page, info)), None)


def language_of(page: ConsultationPageModel) -> str:
    return page.locale.language_code


def now_of(info: GraphQLResolveInfo) -> datetime:
    return context_of(info).audience.now
