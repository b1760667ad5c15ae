"""The rule of publication in SQL lets through exactly what the rule in Python does."""

from datetime import UTC, datetime, timedelta
from itertools import product

from ..models import Opinion, Round, Submission
from ..models.policies import Publication
from ..publication import Viewer
from ..submissions.viewing import published, shown_of
from .making import PRESENT, make_consultation
from .submitting import submit

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LATE = [(False, ""), (True, ""), *((True, each.value) for each in Submission.LateDecision)]


def test_sql_and_the_rule_agree_on_every_combination(db):
    """Each row is one combination of all that the rule looks at; all of them are asked at once."""
    rounds = [
        make_round_of(policy, closes_at)
        for policy in Publication.values
        for closes_at in (NOW, NOW + timedelta(microseconds=1))
    ]
    template = Submission.objects.get(pk=submit(rounds[0]).submission.pk)
    opinion = Opinion.objects.get()
    rows = [
        Submission(
            **{**columns(template), "round": each, "respondent": None, "received_at": NOW},
            state=state,
            moderation=moderation,
            publication_choice=choice,
            consent=consent,
            is_late=is_late,
            late_decision=decision,
            reference=f"GR-{number}",
            manage_token_hash=f"{number}",
        )
        for number, (each, state, moderation, choice, consent, (is_late, decision)) in enumerate(
            product(
                rounds,
                Submission.State.values,
                Submission.Moderation.values,
                Submission.PublicationChoice.values,
                ("", "1"),
                LATE,
            )
        )
    ]
    stored = Submission.objects.bulk_create(rows, batch_size=500)
    taken_back = [None, NOW]
    Opinion.objects.bulk_create(
        [
            Opinion(**{**columns(opinion, "key"), "submission": each, "removed_at": removed})
            for each in stored
            for removed in taken_back[: 1 + (each.pk % 50 == 0)]
        ],
        batch_size=500,
    )
    opinions = Opinion.objects.exclude(pk=opinion.pk)

    by_sql = set(published(opinions, now=NOW).values_list("pk", flat=True))
    read = opinions.filter(removed_at=None).select_related(
        "submission__respondent", "submission__round__consultation"
    )
    by_rule = {each.pk for each in read if shown_of(each.submission, viewer=Viewer.PUBLIC, now=NOW).anything}

    assert len(stored) == 4 * 2 * 7 * 5 * 3 * 2 * 4
    assert by_sql == by_rule
    assert 0 < len(by_rule) < len(stored)


def make_round_of(policy, closes_at):
    key = f"{policy}-{closes_at.microsecond}".replace("_", "-")
    each = make_consultation(key, PRESENT, publication=policy).rounds.get()
    Round.objects.filter(pk=each.pk).update(closes_at=closes_at)
    return Round.objects.select_related("consultation").get(pk=each.pk)


def columns(row, *left_out):
    """Return the values of a row, to make others like it."""
    varied = {
        "state",
        "moderation",
        "publication_choice",
        "consent",
        "is_late",
        "late_decision",
        "reference",
        "manage_token_hash",
    }
    without = {"id", *left_out, *(varied if isinstance(row, Submission) else ())}
    return {
        field.name: getattr(row, field.name)
        for field in row._meta.concrete_fields
        if field.name not in without
    }
