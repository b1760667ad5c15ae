"""What of a submission may be shown to whom. One rule; everybody asks it, and nobody repeats it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from .models.policies import Publication
from .models.respondents import Respondent
from .models.submissions import Submission

Choice = Submission.PublicationChoice
Moderation = Submission.Moderation
Capacity = Respondent.Capacity


class Viewer(Enum):
    """Who looks."""

    PUBLIC = "public"  # everybody: readers, feeds, the search, exports without the staff flag
    STAFF = "staff"  # may work on submissions
    CONFIDENTIAL_STAFF = "confidential_staff"  # may also read what is confidential, and who said it
    AUTHOR = "author"  # holds the token of the submission


class Text(Enum):
    """How much of the words is shown."""

    NOTHING = "nothing"
    REDACTED = "redacted"  # only with its passages blacked out
    WHOLE = "whole"


@dataclass(frozen=True)
class Shown:
    """What may be shown. `name` is that of a person, `organisation` that of whom they spoke for."""

    name: bool = False
    organisation: bool = False
    text: Text = Text.NOTHING
    attachments: bool = False

    @property
    def anything(self) -> bool:
        return self.text is not Text.NOTHING


NOTHING = Shown()
EVERYTHING = Shown(name=True, organisation=True, text=Text.WHOLE, attachments=True)


def shown(
    *,
    choice: str,
    moderation: str,
    capacity: str,
    has_consent: bool,
    is_released: bool,
    is_standing: bool,
    viewer: Viewer,
) -> Shown:
    """Return what a viewer is shown of a submission.

    `has_consent`: a consent to be named is in force. `is_released`: the consultation's policy and the time
    allow it, see `released`. `is_standing`: it was handed in and neither withdrawn nor set aside.
    """
    if viewer is Viewer.AUTHOR or viewer is Viewer.CONFIDENTIAL_STAFF:
        return EVERYTHING
    if choice == Choice.CONFIDENTIAL or not is_standing:
        return NOTHING
    by_organisation = capacity == Capacity.FOR_ORGANISATION and choice == Choice.NAMED
    by_name = capacity == Capacity.INDIVIDUAL and choice == Choice.NAMED and has_consent
    if viewer is Viewer.STAFF:
        # A file may name its author, so staff who may not know an anonymous one do not get it either.
        is_named = choice == Choice.NAMED
        return Shown(name=by_name, organisation=by_organisation, text=Text.WHOLE, attachments=is_named)
    text = public_text(moderation) if is_released else Text.NOTHING
    if text is Text.NOTHING:
        return NOTHING
    # Nobody can black out what is inside a file: it is shown only where all of it was let through.
    was_read = moderation == Moderation.PUBLISHED
    return Shown(by_name, by_organisation, text, was_read and (by_name or by_organisation))


def public_text(moderation: str) -> Text:
    """Return how much of the words an officer's decision, or there being none, lets the public see."""
    return {
        Moderation.NOT_APPLICABLE.value: Text.WHOLE,
        Moderation.PUBLISHED.value: Text.WHOLE,
        Moderation.PUBLISHED_REDACTED.value: Text.REDACTED,
    }.get(moderation, Text.NOTHING)


def released(policy: str, *, moderation: str, closes_at: datetime, now: datetime) -> bool:
    """Whether a consultation's policy lets opinions be shown by now."""
    if policy == Publication.LIVE:
        return True
    if policy == Publication.AFTER_CLOSE:
        return now >= closes_at
    if policy == Publication.AFTER_MODERATION:
        return moderation in (Moderation.PUBLISHED, Moderation.PUBLISHED_REDACTED)
    return False


def is_looser(choice: str, than: str) -> bool:
    """Whether a choice lets more be shown than another."""
    order = [Choice.CONFIDENTIAL.value, Choice.ANONYMOUS.value, Choice.NAMED.value]
    return order.index(choice) > order.index(than)
