"""What a reader's search finds organisations by: all their names, and what is told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import graphene
from graphql import GraphQLResolveInfo

from cms.api import Hit, SearchFields, SearchResult
from plugins.networks.graphql.organisations import NetworksOrganisation
from plugins.networks.models import Organisation, OrganisationEntry, OrganisationText
from plugins.networks.naming import shown_name
from plugins.networks.reading import OrganisationIn, told

if TYPE_CHECKING:
    from cms.api import Audience


class NetworksOrganisationResult(graphene.ObjectType):
    """An organisation, a network or a programme that was found."""

    class Meta:
        interfaces = (SearchResult,)

    organisation = graphene.Field(
        NetworksOrganisation, description="The body; null if it was withdrawn this very moment."
    )

    def resolve_organisation(root: Hit, info: GraphQLResolveInfo) -> OrganisationIn | None:
        found: OrganisationIn | None = root.subject
        return found


def texts(organisation: Organisation, language: str) -> tuple[str, ...]:
    """Return the name shown in the language, all other names, and the text published in the language."""
    names = list(organisation.names.all())
    shown = shown_name(names, language=language)
    if shown is None:
        return ()
    others = dict.fromkeys(name.text for name in names if name.text != shown.text)
    return (shown.text, "\n".join(others), summary(organisation, language))


def summary(organisation: Organisation, language: str) -> str:
    # A text that will expire is left out: the index would still have it when it is gone.
    texts = OrganisationText.objects.filter(organisation_id=organisation.pk, live=True, expire_at=None)
    return texts.filter(locale__language_code=language).values_list("summary", flat=True).first() or ""


def told_by_key(
    organisations: Sequence[Organisation], language: str, audience: Audience
) -> Mapping[int, OrganisationIn]:
    """Return the organisations as they are told in the language, by primary key."""
    entries = OrganisationEntry.objects.filter(language=language, organisation__in=organisations)
    group = told(entries.select_related("organisation"), audience=audience)
    return {each.organisation.pk: each for each in group}


SEARCH_FIELDS = (
    SearchFields(
        model=Organisation,
        texts=texts,
        result=NetworksOrganisationResult,
        kind="NetworksOrganisation",
        told=told_by_key,
        follows=((OrganisationText, "organisation"),),
    ),
)
