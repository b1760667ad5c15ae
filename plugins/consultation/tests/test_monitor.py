"""Whoever alters the record with SQL is found out, in whichever table, and the row is named."""

import json

import pytest
from django.db import connection
from django.utils import timezone

from ..models import SubmissionRevision
from ..monitor import Tampered, findings, main, watch
from ..submissions.changing import withdraw
from ..submissions.erasing import erase_submission
from .submitting import make_round, said, says, submit

pytestmark = pytest.mark.django_db
LONG_AGO = "2020-01-01 00:00:00+00:00"
THIRD = "SELECT submission_id FROM consultation_submissionrevision WHERE leaf_index = 2"


@pytest.fixture
def references():
    each = make_round()
    return [submit(each, says(said(f"Görüş {number}"))).submission.reference for number in range(5)]


def alter(sql: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(sql)


def named(references) -> list[str]:
    told = "\n".join(map(str, findings()))
    for number, reference in enumerate(references):
        told = told.replace(reference, f"#{number}")
    return told.splitlines()


def test_a_whole_record_has_no_findings_also_after_withdrawal_and_erasure(references, capsys):
    one, two = (SubmissionRevision.objects.get(leaf_index=index).submission for index in (1, 2))
    withdraw(one, now=timezone.now())
    erase_submission(two, now=timezone.now())

    assert named(references) == []
    assert main([]) == 0
    assert watch(timezone.now()) == "the record is whole"
    assert capsys.readouterr().out == "The record is whole.\n"


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        (
            "UPDATE consultation_submissionrevision SET content = replace(content, 'Görüş 2', 'Görüş 9')",
            [
                "SubmissionRevision #2/1: altered: content_hash",
                "SubmissionRevision #2/1: altered",
                "Submission #2: altered: is not what its last revision says",
            ],
        ),
        (
            "UPDATE consultation_submissionrevision SET salt = content_hash WHERE leaf_index = 3",
            ["SubmissionRevision #3/1: altered", "Receipt #3/1: altered"],
        ),
        (
            "UPDATE consultation_submissionrevision SET content = NULL WHERE leaf_index = 3",
            ["SubmissionRevision #3/1: emptied"],
        ),
        (
            "UPDATE consultation_submissionrevision SET received_at = LONG_AGO WHERE leaf_index = 1",
            ["Submission #1: altered: is not what its last revision says", "Receipt #1/1: altered"],
        ),
        (
            "UPDATE consultation_opinion SET opinion_text = 'Evet' WHERE opinion_text = 'Görüş 4'",
            ["Submission #4: altered: is not what its last revision says"],
        ),
        (
            "DELETE FROM consultation_opinion WHERE opinion_text = 'Görüş 0'",
            ["Submission #0: altered: is not what its last revision says"],
        ),
        (
            "UPDATE consultation_submission SET publication_choice = 'named' WHERE id = (THIRD)",
            ["Submission #2: altered: is not what its last revision says"],
        ),
        ('DELETE FROM consultation_logleaf WHERE "index" = 4', None),
        ("UPDATE consultation_logleaf SET hash = repeat('0', 64) WHERE \"index\" = 4", None),
        ("DELETE FROM consultation_lognode WHERE level = 2", ["LogNode 2/0: deleted"]),
        ("UPDATE consultation_logstate SET size = 3", ["LogState 1: altered"]),
        ("UPDATE consultation_treehead SET root = signature WHERE size = 2", None),
        (
            "UPDATE consultation_treehead SET consistency = '[]' WHERE size = 3",
            ["TreeHead 3: altered: consistency"],
        ),
    ],
)
def test_an_altered_row_is_named(references, sql, told):
    if connection.vendor == "sqlite":
        sql = sql.replace("repeat('0', 64)", f"'{'0' * 64}'")
    sql = sql.replace("LONG_AGO", f"'{LONG_AGO}'").replace("(THIRD)", f"({THIRD})")
    sql = sql.replace("root = signature", f"root = '{'0' * 64}'")

    alter(sql)

    found = named(references)
    assert found if told is None else found == told


def test_a_deleted_submission_is_named_by_its_leaf(references):
    one = SubmissionRevision.objects.get(leaf_index=1)
    for table, column, value in (
        ("receipt", "revision_id", one.pk),
        ("submissionrevision", "id", one.pk),
        ("opinion", "submission_id", one.submission_id),
        ("submission", "id", one.submission_id),
    ):
        alter(f"DELETE FROM consultation_{table} WHERE {column} = {value}")  # noqa: S608

    assert named(references) == ["SubmissionRevision of leaf 1: deleted"]
    assert main([]) == 1
    with pytest.raises(Tampered, match="1 findings"):
        watch(timezone.now())


def test_a_record_that_was_cut_and_mended_is_found_out_by_a_head_kept_elsewhere(references, client, tmp_path):
    kept = tmp_path / "heads.json"
    kept.write_bytes(client.get("/plugins/consultation/heads.json").content)
    last = SubmissionRevision.objects.get(leaf_index=4)
    for sql in (  # the ids are ours
        f"DELETE FROM consultation_receipt WHERE revision_id = {last.pk}",  # noqa: S608
        "DELETE FROM consultation_treehead WHERE size = 5",
        f"DELETE FROM consultation_submissionrevision WHERE id = {last.pk}",  # noqa: S608
        f"DELETE FROM consultation_opinion WHERE submission_id = {last.submission_id}",  # noqa: S608
        f"DELETE FROM consultation_submission WHERE id = {last.submission_id}",  # noqa: S608
        'DELETE FROM consultation_logleaf WHERE "index" = 4',
        "UPDATE consultation_logstate SET size = 4",
    ):
        alter(sql)

    assert list(findings()) == []
    heads = [each["head"] for each in json.loads(kept.read_text())["heads"]]
    assert [str(each) for each in findings(heads)] == [
        "TreeHead 5: kept elsewhere, and the log does not lead to it"
    ]
    assert main([str(kept)]) == 1
