"""What a reader's search finds activities by: their texts in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import graphene
from django.utils.translation import gettext_lazy as _
from graphql import GraphQLResolveInfo

from cms.api import Hit, SearchFields, SearchResult

from .domain import Texts, public_texts
from .graphql.activities import TimelinesActivity
from .models import ActivityText
from .telling import ActivityIn, told

if TYPE_CHECKING:
    from cms.api import Audience


class TimelinesActivityResult(graphene.ObjectType):
    """An activity that was found."""

    class Meta:
        interfaces = (SearchResult,)

    activity = graphene.Field(
        TimelinesActivity, description="The activity; null if it was withdrawn this very moment."
    )

    def resolve_activity(root: Hit, info: GraphQLResolveInfo) -> ActivityIn | None:
        found: ActivityIn | None = root.subject
        return found


def texts(text: ActivityText, language: str) -> tuple[str, ...]:
    """Return what is told of the activity in the text's language."""
    return (text.title, text.summary, text.place, text.organiser, text.participants)


def public(language: str, audience: Audience) -> Texts:
    return public_texts(language, audience=audience)


def told_by_key(
    activity_texts: Sequence[ActivityText], language: str, audience: Audience
) -> Mapping[int, ActivityIn]:
    """Return the activities as they are told in the language, by the primary key of their text."""
    return {each.text.pk: each for each in told(activity_texts, language, audience=audience)}


SEARCH_FIELDS = (
    SearchFields(
        model=ActivityText,
        texts=texts,
        result=TimelinesActivityResult,
        kind="TimelinesActivity",
        label=_("activities"),
        public=public,
        told=told_by_key,
    ),
)
