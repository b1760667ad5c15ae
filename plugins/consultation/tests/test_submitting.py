"""Handing in, changing, withdrawing: what is stored, recorded and receipted, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from ..models import LogLeaf, MutationRecord, Opinion, Respondent, Submission, SubmissionRevision, TreeHead
from ..submissions.changing import (
    amend,
    correct,
    remove_opinion,
    set_choice,
    upsert_opinion,
    withdraw,
)
from ..submissions.content import Content, RespondentContent
from ..submissions.erasing import erase_submission
from ..submissions.errors import Code, Refused
from ..submissions.gates import Admission
from ..submissions.handing_in import hand_in, save, start
from ..submissions.ledger import current_log, current_signer, head_of
from ..submissions.receipts import receipt_of
from ..submissions.registering import register
from ..submissions.repeating import Outcome, Request, carried_out
from ..transparency.proofs import continues
from ..transparency.receipts import defects
from .submitting import AYSE, CHAMBER, NOW, make_draft, make_round, said, says, submit

pytestmark = pytest.mark.django_db
NAMELESS = RespondentContent(capacity="for_organisation")
KEY = "0123456789abcdef"
LATER = NOW + timedelta(minutes=1)


def codes(act, *args, **kwargs) -> list[str]:
    with pytest.raises(Refused) as refused, transaction.atomic():
        act(*args, **kwargs)
    return [f"{flaw.code.name} {'.'.join(flaw.path)}" for flaw in refused.value.flaws]


def is_whole(revision: SubmissionRevision) -> bool:
    receipt = receipt_of(revision)
    return receipt is not None and defects(receipt, public_key=current_signer().public_key) == ()


def test_what_is_handed_in_has_a_time_a_revision_and_a_receipt_that_verifies():
    each = make_round()

    outcome = submit(each, says(said(), said("Destekliyoruz.", provision="")), now=NOW)

    stored = Submission.objects.get()
    assert (stored.state, stored.received_at, stored.is_late, stored.grace) == (
        "submitted",
        NOW,
        False,
        False,
    )
    assert [(row.seq, row.provision_key, row.version_number) for row in stored.opinions.all()] == [
        (1, "madde-5", 1),
        (2, "", 1),
    ]
    assert is_whole(outcome.revision)
    assert "Ayşe" not in outcome.revision.content


def test_every_head_continues_the_one_before():
    each = make_round()
    for _turn in range(5):
        submit(each)
    log, heads = current_log(), list(TreeHead.objects.all())

    assert [head.size for head in heads] == [1, 2, 3, 4, 5]
    assert all(
        continues(
            old=earlier.size,
            old_root=bytes.fromhex(earlier.root),
            size=later.size,
            root=bytes.fromhex(later.root),
            path=[bytes.fromhex(step) for step in later.consistency],
        )
        for earlier, later in pairwise(heads)
    )
    assert head_of(heads[-1]).root == log.root()
    assert all(is_whole(revision) for revision in SubmissionRevision.objects.all())


def test_a_draft_is_no_submission_until_it_is_handed_in():
    draft = make_draft(make_round(), Content())

    assert (draft.state, draft.received_at, LogLeaf.objects.count()) == ("started", None, 0)
    assert codes(hand_in, draft, now=LATER, opened_at=NOW) == ["EMPTY opinions"]


def test_saving_replaces_the_draft_and_tells_of_a_conflict():
    draft = make_draft(make_round(), says(said("Bir"), said("İki")))
    kept = str(draft.opinions.get(seq=2).key)

    save(draft, says(replace(said("İki, yeniden"), key=kept)), now=LATER, expected=1)

    assert [(row.seq, row.opinion_text, str(row.key)) for row in Opinion.objects.all()] == [
        (1, "İki, yeniden", kept)
    ]
    assert codes(save, draft, says(), now=LATER, expected=1) == ["REVISION_CONFLICT expectedRevision"]


def test_every_change_is_a_revision_with_a_receipt_of_its_own():
    submission = submit(make_round(), says(said("Bir"), said("İki")), now=NOW).submission
    first = submission.opinions.get(seq=1)

    amend(submission, says(replace(said("Bir, yeniden"), key=str(first.key))), now=LATER, expected=None)
    upsert_opinion(submission, said("Üç"), now=LATER, expected=None)
    set_choice(submission, "confidential", consent="", now=LATER)

    revisions = list(submission.revisions.all())
    assert [each.number for each in revisions] == [1, 2, 3, 4]
    assert all(is_whole(each) for each in revisions)
    assert "İki" in revisions[0].content
    assert [row.opinion_text for row in submission.opinions.current()] == ["Bir, yeniden", "Üç"]
    assert Opinion.objects.get(opinion_text="İki").removed_at == LATER
    assert (submission.state, submission.received_at) == ("amended", NOW)


def test_what_an_officer_had_seen_is_looked_at_again_after_a_change():
    submission = submit(make_round(), now=NOW).submission
    submission.moderation = "published"

    amend(submission, says(), now=LATER, expected=None)

    assert submission.moderation == "pending"


@pytest.mark.parametrize(
    ("policy", "minutes", "may"),
    [("until_close", 5, True), ("none", 5, False), ("minutes", 29, True), ("minutes", 30, False)],
)
def test_changing_follows_the_policy(policy, minutes, may):
    submission = submit(make_round(edit_policy=policy, edit_minutes=30), now=NOW).submission
    then = NOW + timedelta(minutes=minutes)

    if may:
        assert amend(submission, says(), now=then, expected=None).revision.number == 2
    else:
        assert codes(amend, submission, says(), now=then, expected=None) == ["NOT_EDITABLE manageToken"]


def test_after_closing_only_staff_correct_with_a_reason_and_the_original_is_kept():
    submission = submit(make_round(closes=LATER), now=NOW).submission
    officer = get_user_model().objects.create_user("officer")
    after = NOW + timedelta(days=2)

    refused = codes(amend, submission, says(said("Yeni")), now=after, expected=None)
    unreasoned = codes(correct, submission, says(said("Yeni")), user=officer, reason=" ", now=after)
    outcome = correct(submission, says(said("Yeni")), user=officer, reason="Yazım hatası", now=after)

    assert (refused, unreasoned) == (["NOT_EDITABLE manageToken"], ["REQUIRED reason"])
    assert (outcome.revision.actor, outcome.revision.reason) == ("staff", "Yazım hatası")
    assert "Süre 15 gün" in submission.revisions.get(number=1).content


def test_the_choice_can_be_made_stricter_at_any_time_and_looser_only_with_a_new_consent():
    submission = submit(make_round(closes=LATER), now=NOW).submission
    after = NOW + timedelta(days=90)

    set_choice(submission, "confidential", consent="", now=after)
    refused = codes(set_choice, submission, "named", consent="", now=after)
    set_choice(submission, "named", consent="publication-tr-2", now=after)

    assert refused == ["CONSENT_REQUIRED consent"]
    assert (submission.publication_choice, submission.consent) == ("named", "publication-tr-2")
    assert submission.revisions.count() == 3


def test_withdrawing_keeps_the_row_and_the_receipts_and_can_be_repeated():
    submission = submit(make_round(), now=NOW).submission

    for _turn in range(2):
        withdraw(submission, now=LATER)

    assert (submission.state, submission.withdrawn_at, submission.is_counted) == ("withdrawn", LATER, False)
    assert is_whole(submission.revisions.get())
    assert codes(amend, submission, says(), now=LATER, expected=None) == ["WITHDRAWN manageToken"]
    assert codes(set_choice, submission, "named", consent="x", now=LATER) == ["WITHDRAWN manageToken"]


def test_a_withdrawn_draft_leaves_nothing():
    draft = make_draft(make_round())

    assert withdraw(draft, now=LATER) == Outcome(None)
    assert (Submission.objects.count(), Respondent.objects.count(), Opinion.objects.count()) == (0, 0, 0)


def test_received_at_is_the_servers_clock_and_lateness_is_stored_once():
    each = make_round(closes=NOW)
    late = submit(each, now=NOW).submission

    each.closes_at = NOW + timedelta(days=9)
    each.save()

    stored = Submission.objects.get(pk=late.pk)
    assert (stored.received_at, stored.is_late, stored.is_counted) == (NOW, True, False)


@pytest.mark.parametrize(
    ("document_date", "is_late"), [(date(2190, 11, 30), False), (date(2190, 12, 1), True), (None, False)]
)
def test_staff_register_a_letter_with_its_date_and_a_reason(document_date, is_late):
    each, officer = make_round(), get_user_model().objects.create_user("officer")
    fields = {"channel": "letter", "language": "tr", "user": officer, "document_date": document_date}

    outcome = register(each, says(respondent=CHAMBER, choice="named"), reason="Posta", now=NOW, **fields)

    row = outcome.submission
    assert (row.channel, row.is_late, row.received_at, row.registered_by) == ("letter", is_late, NOW, officer)
    assert is_whole(outcome.revision)
    assert codes(register, each, says(), reason="", now=NOW, **fields) == ["REQUIRED reason"]


def test_a_web_submission_cannot_be_registered_by_hand():
    fields = {"language": "tr", "user": None, "document_date": None, "reason": "Posta", "now": NOW}

    assert codes(register, make_round(), says(), channel="web", **fields) == ["INVALID channel"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (Content(), ["EMPTY opinions"]),
        (says(said(" ")), ["EMPTY opinions", "EMPTY opinions.0"]),
        (says(said("x" * 20_001)), ["TOO_LONG opinions.0.opinion_text"]),
        (says(said("a\x00b")), ["INVALID opinions.0.opinion_text"]),
        (says(said(quote_start=5)), ["INVALID opinions.0.quote"]),
        (says(said(key="none")), ["OPINION_UNKNOWN opinions.0.key"]),
        (says(said(version_number=2)), ["VERSION_UNKNOWN opinions.0.version"]),
        (says(choice="named"), ["CONSENT_REQUIRED consent"]),
        (says(choice="named", consent="tr-1", respondent=RespondentContent()), ["REQUIRED respondent.name"]),
        (says(respondent=CHAMBER), ["ORGANISATION_IS_NAMED publicationChoice"]),
        (says(respondent=NAMELESS, choice="named"), ["REQUIRED respondent.organisation"]),
        (says(respondent=replace(AYSE, email="ayse@")), ["INVALID respondent.email"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_field_all_at_once_and_nothing_is_kept(content, told):
    each = make_round()

    assert codes(submit, each, content) == told
    assert (Submission.objects.count(), Respondent.objects.count(), LogLeaf.objects.count()) == (0, 0, 0)


def test_one_current_submission_per_invitation_and_round():
    each, admission = make_round(), Admission(invitation_key="letter-7")
    first = start(each, says(), language="tr", now=NOW, admission=admission)

    refused = codes(start, each, says(), language="tr", now=NOW, admission=admission)
    hand_in(first, now=NOW, opened_at=None)
    withdraw(first, now=NOW)
    second = start(each, says(), language="tr", now=NOW, admission=admission)

    assert refused == ["INVITATION_USED invitationToken"]
    assert second.pk


def test_a_request_that_is_sent_again_is_done_once_and_answered_alike():
    each = make_round()
    request = Request("submit", {"text": "Evet"}, key=KEY)

    first, again = (carried_out(request, lambda: submit(each)) for _turn in range(2))

    assert (again.submission, again.revision, again.is_repeated) == (first.submission, first.revision, True)
    assert Submission.objects.count() == LogLeaf.objects.count() == 1
    assert "Evet" not in str(MutationRecord.objects.values())


def test_a_key_is_for_one_request():
    each = make_round()
    carried_out(Request("submit", {"text": "Evet"}, key=KEY), lambda: submit(each))

    assert codes(carried_out, Request("submit", {"text": "Hayır"}, key=KEY), lambda: submit(each)) == [
        "KEY_REUSED idempotencyKey"
    ]
    assert codes(carried_out, Request("submit", {}, key="short"), lambda: submit(each)) == [
        "INVALID idempotencyKey"
    ]


def test_erasing_leaves_the_leaf_and_every_other_receipt():
    each = make_round()
    erased, other = submit(each), submit(each)
    receipt = receipt_of(erased.revision)

    for _turn in range(2):
        erase_submission(Submission.objects.get(pk=erased.submission.pk), now=LATER)

    revision = SubmissionRevision.objects.get(pk=erased.revision.pk)
    assert (revision.content, revision.salt, revision.content_hash) == (None, None, None)
    assert receipt_of(revision) is None
    assert is_whole(other.revision)
    assert defects(receipt, public_key=current_signer().public_key) == ()
    assert Respondent.objects.count() == 1
    assert Opinion.objects.count() == 1


def test_removing_the_last_opinion_of_what_was_handed_in_is_refused():
    submission = submit(make_round(), now=NOW).submission
    key = str(submission.opinions.get().key)

    assert codes(remove_opinion, submission, key, now=LATER, expected=None) == ["EMPTY opinions"]
    assert codes(remove_opinion, submission, "none", now=LATER, expected=None) == ["OPINION_UNKNOWN key"]


def test_every_code_has_a_sentence_in_both_languages():
    from ..submissions.errors import MESSAGES, Flaw

    values = {"most": "5", "why": "…"}
    said_twice = {
        code: [Flaw(code, (), values).message(language) for language in ("tr", "en")] for code in Code
    }

    assert set(MESSAGES) == set(Code)
    assert [code for code, (turkish, english) in said_twice.items() if turkish == english] == []
