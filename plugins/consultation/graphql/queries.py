"""The plugin's root fields."""

from __future__ import annotations

import graphene
from django.db.models import QuerySet
from graphql import GraphQLResolveInfo

from cms.api import PAGING, BadInput, KeysetPage, LocaleCode, context_of, keyset_page, read_id

from ..domain import State
from ..draft_reading import changes_between
from ..listings import public_drafts, public_pages
from ..models import ConsultationPage as ConsultationPageModel
from ..models import Invitation
from ..people.answering import note_opening
from .drafts import ConsultationProvisionDiff
from .forms import ConsultationForm, Form, form_of
from .invitations import ConsultationInvitation, presented
from .pages import ConsultationPage, ConsultationPageConnection, load_drafts
from .provisions import DraftComparison
from .vocabulary import PublicState, StateCode


class Query(graphene.ObjectType):
    """Consultations, in one language."""

    consultation_consultations = graphene.Field(
        ConsultationPageConnection,
        description="Consultations in one language: the latest closing date first, those without dates last.",
        locale=LocaleCode(required=True, description="The language. What is not told in it is left out."),
        state=StateCode(description="Only those in this state now; left out, all that are public."),
        **PAGING,
    )
    consultation_consultation = graphene.Field(
        ConsultationPage,
        description="One consultation in one language; null when not public in it. Give one name.",
        locale=LocaleCode(required=True, description="The language."),
        key=graphene.String(description="The key of the consultation."),
        id=graphene.ID(description="The id of its page in any language."),
        slug=graphene.String(description="The slug of its page in the language."),
    )

    consultation_provision_diff = graphene.Field(
        ConsultationProvisionDiff,
        description="What changed between two published versions of a draft; null when one is not public.",
        key=graphene.String(required=True, description="The key of the consultation."),
        language=LocaleCode(required=True, description="The language of the texts; its page must be public."),
        earlier=graphene.Int(required=True, name="from", description="Number of the earlier version."),
        later=graphene.Int(required=True, name="to", description="Number of the later version."),
    )

    def resolve_consultation_provision_diff(
        root: None, info: GraphQLResolveInfo, key: str, language: str, earlier: int, later: int
    ) -> DraftComparison | None:
        if earlier >= later:
            raise BadInput("Give `from` a smaller number than `to`.")
        audience = context_of(info).audience
        pages = public_pages(audience=audience, language=language, is_named=True)
        page = pages.filter(consultation__key=key).first()
        public = public_drafts([page], language=language, audience=audience) if page else {}
        drafts = {version.number: draft for version, draft in public.items() if language in draft.languages}
        if earlier not in drafts or later not in drafts:
            return None
        one, other = drafts[earlier], drafts[later]
        changes = changes_between(one.version, other.version, language=language, told_in=language)
        return DraftComparison(one, other, changes)

    consultation_invitation = graphene.Field(
        ConsultationInvitation,
        description="The invitation whose code came in the header `Access-Pass`; null without a good one.",
    )
    consultation_form = graphene.Field(
        ConsultationForm,
        description="What a form for opinions on a consultation is drawn with; null without a round.",
        key=graphene.String(required=True, description="The key of the consultation."),
        locale=LocaleCode(required=True, description="The language of the form."),
    )

    def resolve_consultation_invitation(root: None, info: GraphQLResolveInfo) -> Invitation | None:
        invitation = presented(info)
        if invitation is not None:
            note_opening(invitation, now=context_of(info).audience.now)
        return invitation

    def resolve_consultation_form(root: None, info: GraphQLResolveInfo, key: str, locale: str) -> Form | None:
        return form_of(key, language=locale, audience=context_of(info).audience)

    def resolve_consultation_consultations(
        root: None,
        info: GraphQLResolveInfo,
        locale: str,
        first: int,
        after: str | None = None,
        state: PublicState | None = None,
    ) -> KeysetPage:
        wanted = State(state) if state else None
        pages = public_pages(audience=context_of(info).audience, language=locale, state=wanted)
        page = keyset_page(pages, key="consultation__list_key", first=first, after=after)
        load_drafts(page.rows, language=locale, info=info)
        return page

    def resolve_consultation_consultation(
        root: None,
        info: GraphQLResolveInfo,
        locale: str,
        key: str | None = None,
        id: str | None = None,  # noqa: A002 -- the argument's name in the schema
        slug: str | None = None,
    ) -> ConsultationPageModel | None:
        given = {"key": key, "id": id, "slug": slug}
        named = {name: value for name, value in given.items() if value is not None}
        if len(named) != 1:
            raise BadInput("Give exactly one of `key`, `id` and `slug`.")
        name, value = named.popitem()
        # Ids can be counted through; keys and slugs have to be known, as a path has.
        pages = public_pages(
            audience=context_of(info).audience, language=locale, is_named=name in ("key", "slug")
        )
        return only(named_pages(pages, name, value))


def named_pages(
    pages: QuerySet[ConsultationPageModel], name: str, value: str
) -> QuerySet[ConsultationPageModel]:
    """Return the pages that go by a key, a slug, or an id of any of their language versions."""
    if name == "key":
        return pages.filter(consultation__key=value)
    if name == "slug":
        return pages.filter(slug=value)
    label, pk = read_id(value)
    if label != ConsultationPageModel._meta.label_lower:
        raise BadInput(f"`id` {value[:60]!r} is not the id of a consultation’s page.")
    versions = ConsultationPageModel.objects.filter(pk=pk)
    return pages.filter(translation_key__in=versions.values("translation_key"))


def only(pages: QuerySet[ConsultationPageModel]) -> ConsultationPageModel | None:
    """Return the one page; None without any. Raises BadInput when a slug names several."""
    found = list(pages.order_by("path")[:2])
    if len(found) > 1:
        raise BadInput("Several pages have this slug. Ask by `key` or `id`.")
    return found[0] if found else None
