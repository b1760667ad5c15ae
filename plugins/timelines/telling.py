"""Activities as told in one language. What one of a list needs is read for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.api import KeysetPage, Work, works

from .consultations import titles_of
from .domain import public_texts
from .models import Activity, ActivityOrganisation, ActivityText
from .organisations import names_of, span_of

if TYPE_CHECKING:
    from cms.api import Audience

    from .organisations import NamedOrganisation, OrganisationNames


class Order(StrEnum):
    """The orders of a list."""

    DATE_ASC = "DATE_ASC"
    DATE_DESC = "DATE_DESC"


class Related(StrEnum):
    """What an activity is to another one."""

    FOLLOWS = "FOLLOWS"
    PART_OF = "PART_OF"
    CAUSED_BY = "CAUSED_BY"


@dataclass(frozen=True)
class Relation:
    """What an activity is to another public one."""

    kind: Related
    other: ActivityIn


@dataclass
class Group:
    """The activities of one list in one answer."""

    texts: tuple[ActivityText, ...]
    language: str
    audience: Audience

    @cached_property
    def documents(self) -> Mapping[int, Work]:
        """The public documents by primary key, for readers of this language."""
        listed = [row.document for text in self.texts for row in text.activity.documents.all()]
        found = works(dict.fromkeys(listed), language=self.language, audience=self.audience)
        return {work.document.pk: work for work in found}

    @cached_property
    def pages(self) -> Mapping[int, Page]:
        """The public pages in this language, by the primary key of the page that an editor chose."""
        chosen = Page.objects.filter(pk__in={text.activity.page_id for text in self.texts})
        keys = dict(chosen.values_list("pk", "translation_key"))
        versions = Page.objects.filter(translation_key__in=keys.values(), locale__language_code=self.language)
        public: PageQuerySet = self.audience.pages(versions)
        visible = public.select_related("locale").specific()
        by_key = {page.translation_key: page for page in visible}
        return {pk: by_key[key] for pk, key in keys.items() if key in by_key}

    @cached_property
    def others(self) -> Mapping[int, ActivityIn]:
        """The public activities that those of the list name as theirs, by primary key."""
        activities = [text.activity for text in self.texts]
        named = {activity.after_id for activity in activities} - {None}
        named |= {row.other_id for activity in activities for row in activity.relations.all()}
        texts = public_texts(self.language, audience=self.audience).filter(activity__in=named)
        return {other.activity.pk: other for other in told(texts, self.language, audience=self.audience)}

    @cached_property
    def names(self) -> OrganisationNames:
        """What the organisations of the list were called at the time."""
        wanted = [
            (row.organisation_key, text.activity.period)
            for text in self.texts
            for row in text.activity.organisations.all()
        ]
        return names_of(wanted, self.language, audience=self.audience)

    @cached_property
    def consultations(self) -> Mapping[str, str | None]:
        """The titles of the consultations that may be named, by key."""
        wanted = [text.activity.consultation_key for text in self.texts]
        return titles_of(wanted, self.language, audience=self.audience)


@dataclass(frozen=True)
class Involvement:
    """An organisation's part in an activity."""

    row: ActivityOrganisation
    told: ActivityIn

    @property
    def named(self) -> NamedOrganisation | None:
        """What it was called at the time; None where no public record of it is kept."""
        key = (self.row.organisation_key, span_of(self.told.activity.period))
        return self.told.group.names.get(key)


@dataclass(frozen=True)
class ActivityIn:
    """A public activity, as told in one language."""

    text: ActivityText
    group: Group

    @property
    def activity(self) -> Activity:
        return self.text.activity

    @property
    def language(self) -> str:
        return self.group.language

    @property
    def documents(self) -> tuple[Work, ...]:
        """Its public documents, in the editors' order."""
        public = self.group.documents
        rows = self.activity.documents.all()
        return tuple(public[row.document_id] for row in rows if row.document_id in public)

    @property
    def page(self) -> Page | None:
        return self.group.pages.get(self.activity.page_id)

    @property
    def consultation_key(self) -> str | None:
        """The key of its consultation; None for none, and for one that is not public in the language."""
        key: str = self.activity.consultation_key
        return key if key in self.group.consultations else None

    @property
    def consultation_title(self) -> str | None:
        return self.group.consultations.get(self.activity.consultation_key)

    @property
    def after(self) -> ActivityIn | None:
        return self.group.others.get(self.activity.after_id)

    @property
    def relations(self) -> list[Relation]:
        """What it is to other public activities: first the one that it follows."""
        named = [(Related.FOLLOWS, self.activity.after_id)]
        named += [(Related[row.kind.upper()], row.other_id) for row in self.activity.relations.all()]
        others = self.group.others
        return [Relation(kind, others[other]) for kind, other in named if other in others]

    @property
    def organisations(self) -> tuple[Involvement, ...]:
        """Those that this language version names."""
        rows = self.activity.organisations.all()
        told_here = (row for row in rows if not row.asserted_by or self.language in row.asserted_by)
        return tuple(Involvement(row, self) for row in told_here)


@dataclass
class ActivityPage(KeysetPage):
    """One page of a list of activities in the order of their dates, told together."""

    language: str
    audience: Audience

    @cached_property
    def rows(self) -> list[ActivityIn]:  # told, not the bare rows
        return told(self.window[: self.first], self.language, audience=self.audience)

    def cursor(self, row: Any) -> str:  # Any: an activity as told
        return super().cursor(row.text)


def told(texts: Iterable[ActivityText], language: str, *, audience: Audience) -> list[ActivityIn]:
    """Return texts of one language with their activities, told together."""
    group = Group(tuple(texts), language, audience)
    return [ActivityIn(text, group) for text in group.texts]
