"""Who is shown what: every choice, decision, consent, capacity and viewer, against a table in words."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from ..publication import EVERYTHING, NOTHING, Shown, Text, Viewer, is_looser, released, shown

CHOICES = ("named", "anonymous", "confidential")
MODERATION = ("not_applicable", "pending", "published", "published_redacted", "withheld")
CAPACITIES = ("individual", "for_organisation")
TEXTS = {
    "not_applicable": Text.WHOLE,
    "pending": Text.NOTHING,
    "published": Text.WHOLE,
    "published_redacted": Text.REDACTED,
    "withheld": Text.NOTHING,
}
CLOSES = datetime(2026, 11, 30, 21, tzinfo=UTC)
ALL = list(product(CHOICES, MODERATION, CAPACITIES, (True, False), (True, False), (True, False)))


def asked(row, viewer):
    choice, moderation, capacity, consent, is_released, is_standing = row
    return shown(
        choice=choice,
        moderation=moderation,
        capacity=capacity,
        has_consent=consent,
        is_released=is_released,
        is_standing=is_standing,
        viewer=viewer,
    )


@pytest.mark.parametrize("viewer", [Viewer.AUTHOR, Viewer.CONFIDENTIAL_STAFF])
def test_author_and_those_who_may_read_the_confidential_see_everything(viewer):
    assert {asked(row, viewer) for row in ALL} == {EVERYTHING}


@pytest.mark.parametrize("viewer", [Viewer.PUBLIC, Viewer.STAFF])
def test_confidential_text_never_leaves_the_staff_permission(viewer):
    assert {asked(row, viewer) for row in ALL if row[0] == "confidential"} == {NOTHING}


@pytest.mark.parametrize("viewer", [Viewer.PUBLIC, Viewer.STAFF])
def test_a_person_is_never_named_without_a_consent_in_force(viewer):
    named = [row for row in ALL if asked(row, viewer).name]

    assert named
    assert all(row[0] == "named" and row[2] == "individual" and row[3] for row in named)


@pytest.mark.parametrize("viewer", [Viewer.PUBLIC, Viewer.STAFF])
def test_what_was_withdrawn_or_set_aside_is_shown_to_nobody_else(viewer):
    assert {asked(row, viewer) for row in ALL if not row[5]} == {NOTHING}


def test_public_sees_what_policy_moderation_choice_and_consent_allow_together():
    for row in ALL:
        choice, moderation, capacity, consent, is_released, is_standing = row
        is_open = is_released and is_standing and choice != "confidential"
        text = TEXTS[moderation] if is_open else Text.NOTHING
        name = text is not Text.NOTHING and (choice, capacity, consent) == ("named", "individual", True)
        organisation = text is not Text.NOTHING and (choice, capacity) == ("named", "for_organisation")
        files = moderation == "published" and (name or organisation)
        assert asked(row, Viewer.PUBLIC) == Shown(name, organisation, text, files), row


def test_staff_read_the_text_before_it_is_moderated_and_no_name_that_was_not_given():
    for row in ALL:
        choice, _moderation, capacity, consent, _released, is_standing = row
        if choice == "confidential" or not is_standing:
            continue
        is_named = choice == "named"
        expected = Shown(
            name=is_named and capacity == "individual" and consent,
            organisation=is_named and capacity == "for_organisation",
            text=Text.WHOLE,
            attachments=is_named,
        )
        assert asked(row, Viewer.STAFF) == expected, row


@pytest.mark.parametrize(
    ("policy", "before", "after"),
    [
        ("none", [], []),
        ("live", MODERATION, MODERATION),
        ("after_close", [], MODERATION),
        ("after_moderation", ["published", "published_redacted"], ["published", "published_redacted"]),
    ],
)
def test_policy_says_from_when_on(policy, before, after):
    last = CLOSES - timedelta(microseconds=1)

    def open_at(now):
        return [each for each in MODERATION if released(policy, moderation=each, closes_at=CLOSES, now=now)]

    assert (open_at(last), open_at(CLOSES)) == (list(before), list(after))


def test_choices_are_ordered_from_strict_to_loose():
    looser = {(a, b) for a, b in product(CHOICES, CHOICES) if is_looser(a, b)}

    assert looser == {("named", "anonymous"), ("named", "confidential"), ("anonymous", "confidential")}
