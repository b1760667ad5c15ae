"""One row as facts of a record: read, checked, and written into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.api import slugify
from plugins.networks.importing.columns import IDENTIFIERS, Target, split
from plugins.networks.importing.reading import broken_letters
from plugins.networks.models import (
    Concept,
    DateClaim,
    Organisation,
    OrganisationEvent,
    OrganisationIdentifier,
    OrganisationLink,
    OrganisationName,
)
from plugins.networks.vocabulary import EventKind, Kind, NameKind

PLAIN = (Target.KIND, Target.BODY_TYPE, Target.STATUS, Target.COUNTRY, Target.NOTE)
NAMES = {
    Target.NAME_TR: (NameKind.OFFICIAL, "tr"),
    Target.NAME_EN: (NameKind.OFFICIAL, "en"),
    Target.ACRONYM: (NameKind.ACRONYM, "en"),
    Target.ALIAS: (NameKind.ALIAS, "en"),
    Target.FORMER: (NameKind.FORMER, "en"),
}
EVENTS = {Target.FOUNDED: EventKind.FOUNDED, Target.ENDED: EventKind.ENDED}


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a cell, and what to do."""

    column: str
    message: str


@dataclass
class Facts:
    """What a row says of a body. `mistakes` are why it cannot be stored."""

    key: str
    is_key_given: bool = False
    plain: dict[str, str] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    names: list[OrganisationName] = field(default_factory=list)
    identifiers: list[OrganisationIdentifier] = field(default_factory=list)
    links: list[OrganisationLink] = field(default_factory=list)
    events: list[tuple[EventKind, DateClaim]] = field(default_factory=list)
    concepts: list[Concept] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def facts_of(cells: Mapping[str, str], concepts: Mapping[str, Concept]) -> Facts:
    """Return what the cells say, with every mistake in them. Reads no table."""
    given = {target: text for target, text in cells.items() if text}
    broken = [target for target, text in given.items() if broken_letters(text)]
    if broken:
        message = _("Letters were lost on the way (“Kalk?nma”). Export the source as UTF-8 again.")
        return Facts(key="", mistakes=[Mistake(target, message) for target in broken])
    facts = Facts(key=given.get(Target.KEY, "") or _key_of(given), is_key_given=Target.KEY in given)
    facts.plain = {target: _coded(target, given[target]) for target in PLAIN if target in given}
    facts.languages = split(given.get(Target.LANGUAGES, ""))
    facts.names = [
        OrganisationName(text=text, language=language, kind=kind)
        for target, (kind, language) in NAMES.items()
        for text in split(given.get(target, ""))
    ]
    facts.identifiers = [
        OrganisationIdentifier(scheme=target, value=given[target])
        for target in IDENTIFIERS
        if target in given
    ]
    if Target.WEBSITE in given:
        facts.links = [OrganisationLink(url=given[Target.WEBSITE])]
    facts.events = [
        (kind, DateClaim(edtf=date))
        for target, kind in EVENTS.items()
        for date in split(given.get(target, ""))
    ]
    _find_concepts(facts, given, concepts)
    _check(facts)
    return facts


def write(facts: Facts, record: Organisation) -> None:
    """Add the facts to a record in memory: what it has and the row does not say stays as it is.

    A date that differs from those known becomes a further claim; nothing is overwritten by it.
    """
    for name, value in facts.plain.items():
        setattr(record, name, value)
    if facts.languages:
        record.service_languages = facts.languages
    # A table says neither that an official name is a translation nor in which language an acronym is.
    _add(record, "names", facts.names, lambda row: {(row.text, row.language), (row.text, row.kind)})
    _add(record, "identifiers", facts.identifiers, lambda row: {(row.scheme, row.value)})
    _add(record, "links", facts.links, lambda row: {row.url})
    if facts.concepts:
        record.concepts = list({*record.concepts.all(), *facts.concepts}) if record.pk else facts.concepts
    for kind, claim in facts.events:
        _claim(record, kind, claim)


def _key_of(given: Mapping[str, str]) -> str:
    names = (Target.ACRONYM, Target.NAME_EN, Target.NAME_TR)
    name = next((given[target] for target in names if target in given), "")
    return slugify(name, language="tr")[:80]


def _coded(target: str, text: str) -> str:
    return text.upper() if target == Target.COUNTRY else text if target == Target.NOTE else text.lower()


def _find_concepts(facts: Facts, given: Mapping[str, str], concepts: Mapping[str, Concept]) -> None:
    for name in split(given.get(Target.CONCEPTS, "")):
        if name in concepts:
            facts.concepts.append(concepts[name])
        else:
            message = _("There is no concept “%(name)s”. Write it as taxonomy/key.")
            facts.mistakes.append(Mistake(Target.CONCEPTS, message % {"name": name}))


def _check(facts: Facts) -> None:
    """Note every mistake that the tables themselves would refuse, without asking the database."""
    plain = {"kind": Kind.ORGANISATION, **facts.plain}
    record = Organisation(key=facts.key or "x", service_languages=facts.languages, **plain)
    checked: Iterable[tuple[str, Any]] = (
        ("", record),
        *(("name", row) for row in facts.names),
        *((row.scheme, row) for row in facts.identifiers),
        *((Target.WEBSITE, row) for row in facts.links),
        *facts.events,
    )
    for column, row in checked:
        try:
            row.clean_fields(exclude=["organisation", "event", "text_key"])
            row.clean()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                facts.mistakes += [Mistake(str(column or name), message) for message in messages]


def _add(
    record: Organisation, relation: str, rows: Iterable[Any], marks: Callable[[Any], set[Any]]
) -> None:  # Any: rows of a kind, and what they are recognised by
    manager = getattr(record, relation)
    there = list(manager.all())
    have = {mark for row in there for mark in marks(row)}
    new = [row for row in rows if have.isdisjoint(marks(row))]
    for number, row in enumerate(new, start=len(there)):
        row.sort_order = number
    if new:
        setattr(record, relation, [*there, *new])


def _claim(record: Organisation, kind: str, claim: DateClaim) -> None:
    events = list(record.events.all())
    event = next((one for one in events if one.kind == kind), None)
    if event is None:
        event = OrganisationEvent(kind=kind, sort_order=len(events))
        event.claims = [claim]
        record.events = [*events, event]
        return
    claims = list(event.claims.all())
    if claim.edtf not in {one.edtf for one in claims}:
        claim.sort_order = len(claims)
        event.claims = [*claims, claim]
        record.events = events
