"""A decision holds for exactly the two values it was given for, and leaves a trace."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageLogEntry

from cms.domain.claim_decisions import dismiss, reopen
from cms.domain.claims import findings
from cms.models import ClaimDecision, User

REASON = "Only readers of English need to be told."


@pytest.fixture
def person(db):
    return User.objects.create_user("person")


def only(finding):
    (one,) = finding
    return one


def test_dismissed_finding_tells_why_and_who(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])

    dismiss(only(findings(turkish, english)), page=turkish, reason=f"  {REASON}\n", user=person)

    finding = only(findings(turkish, english))
    assert (finding.is_open, finding.reason, finding.decision.decided_by) == (False, REASON, person)


def test_decision_counts_whichever_version_comes_first(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])

    dismiss(only(findings(turkish, english)), page=turkish, reason=REASON, user=person)

    assert only(findings(english, turkish)).reason == REASON


@pytest.mark.parametrize("reason", ["", " \n\t", "\N{NO-BREAK SPACE}", "- …"])
def test_dismissing_without_words_is_refused(work, claim, person, reason):
    turkish, english = work([claim("1994")], [claim("1995")])

    with pytest.raises(ValidationError) as refusal:
        dismiss(only(findings(turkish, english)), page=turkish, reason=reason, user=person)

    assert refusal.value.code == "reason_missing"
    assert not ClaimDecision.objects.exists()


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("change_to", [{"canonical": "1996"}, {"value": "other words"}, {"kind": "count"}])
def test_dismissed_finding_reopens_when_either_side_changes(work, claim, person, side, change_to):
    versions = work([claim("1994")], [claim("1995")])
    dismiss(only(findings(*versions)), page=versions[0], reason=REASON, user=person)

    versions[side].claims.update(**change_to)

    assert only(findings(*versions)).is_open


def test_dismissed_finding_reopens_when_the_sides_change_places(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])
    dismiss(only(findings(turkish, english)), page=turkish, reason=REASON, user=person)

    turkish.claims.update(canonical="1995")
    english.claims.update(canonical="1994")

    assert only(findings(turkish, english)).is_open


def test_new_decision_takes_the_place_of_one_that_no_longer_holds(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])
    dismiss(only(findings(turkish, english)), page=turkish, reason=REASON, user=person)
    turkish.claims.update(canonical="1996")

    dismiss(only(findings(turkish, english)), page=turkish, reason="A new reason.", user=person)

    assert only(findings(turkish, english)).reason == "A new reason."
    assert ClaimDecision.objects.count() == 1


def test_decision_on_one_page_leaves_others_alone(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])
    others = work([claim("1994")], [claim("1995")])

    dismiss(only(findings(turkish, english)), page=turkish, reason=REASON, user=person)

    assert only(findings(*others)).is_open


def test_reopened_finding_is_open_and_its_history_is_kept(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])
    dismiss(only(findings(turkish, english)), page=turkish, reason=REASON, user=person)

    reopen(only(findings(turkish, english)), page=turkish, user=person)

    assert only(findings(turkish, english)).is_open
    assert list(history_of(turkish)) == [
        ("cms.dismiss_difference", {"claim": "start", "reason": REASON}),
        ("cms.reopen_difference", {"claim": "start"}),
    ]


def test_reopening_an_open_finding_changes_nothing(work, claim, person):
    turkish, english = work([claim("1994")], [claim("1995")])

    reopen(only(findings(turkish, english)), page=turkish, user=person)

    assert list(history_of(turkish)) == []


def history_of(page):
    entries = PageLogEntry.objects.filter(page=page, action__startswith="cms.").order_by("pk")
    return entries.values_list("action", "data")
