"""What a respondent sends, as values; and what of it cannot be taken, all at once and by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ..models.opinions import Opinion
from ..models.respondents import Respondent
from ..models.submissions import Submission
from ..transparency.canonical import NotCanonical, canonical_json
from .errors import Code, Flaw

MOST_OPINIONS = 200
LONGEST = {"opinion_text": 20_000, "rationale": 20_000, "proposed_text": 20_000, "quote_exact": 5_000}
LONGEST_AROUND_QUOTE = 32
LONGEST_OF_PERSON = {"name": 200, "email": 254, "organisation": 300, "organisation_key": 80, "position": 200}
WORDS = ("opinion_text", "rationale", "proposed_text")


@dataclass(frozen=True, kw_only=True)
class OpinionContent:
    """One opinion as it is sent. `key` names one that is there already."""

    key: str | None = None
    version_number: int | None = None  # None: the current version
    provision_key: str = ""
    quote_exact: str = ""
    quote_prefix: str = ""
    quote_suffix: str = ""
    quote_start: int | None = None
    quote_end: int | None = None
    quote_language: str = ""
    kind: str = Opinion.Kind.SUBSTANTIVE.value
    stance: str = ""
    opinion_text: str = ""
    rationale: str = ""
    proposed_text: str = ""
    language: str = ""

    def columns(self) -> dict[str, object]:
        """Return what is stored, by column; key, version and language are decided elsewhere."""
        decided = ("key", "version_number", "language")
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name not in decided}


@dataclass(frozen=True, kw_only=True)
class RespondentContent:
    """Who sends it."""

    capacity: str = Respondent.Capacity.INDIVIDUAL.value
    name: str = ""
    email: str = ""
    organisation: str = ""
    organisation_key: str = ""
    position: str = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that a respondent says in a submission."""

    opinions: tuple[OpinionContent, ...] = ()
    stance: str = ""
    choice: str = Submission.PublicationChoice.CONFIDENTIAL.value
    consent: str = ""
    respondent: RespondentContent = field(default_factory=RespondentContent)


def flaws_in_draft(content: Content) -> Iterator[Flaw]:
    """Yield what cannot even be saved: what is too long, too much, or not text."""
    if len(content.opinions) > MOST_OPINIONS:
        yield Flaw(Code.TOO_MANY, ("opinions",), {"most": str(MOST_OPINIONS)})
    for place, opinion in enumerate(content.opinions):
        yield from flaws_in_opinion(opinion, ("opinions", str(place)))
    yield from _flaws_in_person(content.respondent)
    if len(content.consent) > 120:
        yield Flaw(Code.TOO_LONG, ("consent",), {"most": "120"})


def flaws_in_opinion(opinion: OpinionContent, path: tuple[str, ...]) -> Iterator[Flaw]:
    for name, most in LONGEST.items():
        if len(getattr(opinion, name)) > most:
            yield Flaw(Code.TOO_LONG, (*path, name), {"most": str(most)})
        elif not is_text(getattr(opinion, name)):
            yield Flaw(Code.INVALID, (*path, name))
    for name in ("quote_prefix", "quote_suffix"):
        if len(getattr(opinion, name)) > LONGEST_AROUND_QUOTE:
            yield Flaw(Code.TOO_LONG, (*path, name), {"most": str(LONGEST_AROUND_QUOTE)})
    start, end = opinion.quote_start, opinion.quote_end
    if (start is None) != (end is None) or (start is not None and end is not None and not 0 <= start < end):
        yield Flaw(Code.INVALID, (*path, "quote"))


def flaws_in_submitted(content: Content) -> Iterator[Flaw]:
    """Yield what keeps a submission from being handed in."""
    yield from flaws_in_draft(content)
    if not content.stance and not any(_says_something(opinion) for opinion in content.opinions):
        yield Flaw(Code.EMPTY, ("opinions",))
    for place, opinion in enumerate(content.opinions):
        if not _says_something(opinion):
            yield Flaw(Code.EMPTY, ("opinions", str(place)))
    yield from flaws_in_choice(content)


def flaws_in_choice(content: Content) -> Iterator[Flaw]:
    """Yield what is wrong with what is to be published of whom."""
    person, choices = content.respondent, Submission.PublicationChoice
    for_organisation = person.capacity == Respondent.Capacity.FOR_ORGANISATION
    if for_organisation and not person.organisation.strip():
        yield Flaw(Code.REQUIRED, ("respondent", "organisation"))
    if for_organisation and content.choice == choices.ANONYMOUS:
        yield Flaw(Code.ORGANISATION_IS_NAMED, ("publicationChoice",))
    if not for_organisation and content.choice == choices.NAMED:
        if not person.name.strip():
            yield Flaw(Code.REQUIRED, ("respondent", "name"))
        if not content.consent.strip():
            yield Flaw(Code.CONSENT_REQUIRED, ("consent",))


def is_text(text: str) -> bool:
    """Whether it can be stored and hashed: no half characters, no NUL (PostgreSQL keeps none)."""
    try:
        canonical_json({"text": text})
    except NotCanonical:
        return False
    return "\x00" not in text


def _flaws_in_person(person: RespondentContent) -> Iterator[Flaw]:
    for name, most in LONGEST_OF_PERSON.items():
        value = getattr(person, name)
        if len(value) > most:
            yield Flaw(Code.TOO_LONG, ("respondent", name), {"most": str(most)})
        elif not is_text(value):
            yield Flaw(Code.INVALID, ("respondent", name))
    if person.email:
        try:
            validate_email(person.email)
        except ValidationError:
            yield Flaw(Code.INVALID, ("respondent", "email"))


def _says_something(opinion: OpinionContent) -> bool:
    return bool(opinion.stance) or any(getattr(opinion, name).strip() for name in WORDS)
