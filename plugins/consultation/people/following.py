"""What follows when something is handed in: mails, and the answer on the invitation. May run twice."""

from __future__ import annotations

from django.utils import timezone

from cms.api import Subscriber

from ..events import SubmissionAmended, SubmissionEvent, SubmissionReceived, SubmissionWithdrawn
from ..mail.verifying import ask_to_verify, send_receipt
from ..models import Submission
from .answering import note_response


def follow(event: SubmissionEvent) -> None:
    """Ask for the confirmation of an address, or send the receipt, and note the answer of the invited."""
    submission = Submission.objects.select_related("round").filter(pk=event.submission_id).first()
    if submission is None:
        return
    now = timezone.now()
    if submission.state == Submission.State.PENDING_VERIFICATION:
        ask_to_verify(submission, now=now)
    elif submission.state in Submission.COUNTED_STATES and submission.channel in WRITTEN_HERE:
        send_receipt(submission, now=now)
    note_response(submission)


WRITTEN_HERE = (Submission.Channel.WEB, Submission.Channel.API)

SUBSCRIBERS = tuple(
    Subscriber(name=name, event=event, handle=follow)
    for name, event in (
        ("follow_received", SubmissionReceived),
        ("follow_amended", SubmissionAmended),
        ("follow_withdrawn", SubmissionWithdrawn),
    )
)
