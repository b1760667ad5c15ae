"""What a respondent handed in for a round, with the revisions that prove it."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def new_nonce() -> str:
    """Return what a manage token is derived from; worthless without the server's key."""
    return secrets.token_hex(16)


class Submission(models.Model):
    """All the opinions that a respondent hands in for a round. The text itself is in opinions.

    `received_at` is the server's clock, `is_late` and `grace` are derived from it once and stored.
    """

    class State(models.TextChoices):
        STARTED = "started", _("Started")
        PENDING_VERIFICATION = "pending_verification", _("Waiting for the e-mail to be confirmed")
        SUBMITTED = "submitted", _("Submitted")
        AMENDED = "amended", _("Changed by its author")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Set aside")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Moderation(models.TextChoices):
        NOT_APPLICABLE = "not_applicable", _("Not moderated")
        PENDING = "pending", _("Waiting")
        PUBLISHED = "published", _("Published")
        PUBLISHED_REDACTED = "published_redacted", _("Published with passages blacked out")
        WITHHELD = "withheld", _("Withheld")

    class Channel(models.TextChoices):
        WEB = "web", _("Form on the web")
        API = "api", _("Programming interface")
        EMAIL = "email", _("E-mail")
        LETTER = "letter", _("Letter")
        KEP = "kep", _("Registered e-mail (KEP)")
        MEETING = "meeting", _("Meeting")
        IMPORT = "import", _("Form that was filled in")

    class PublicationChoice(models.TextChoices):
        NAMED = "named", _("With my name")
        ANONYMOUS = "anonymous", _("Without my name")
        CONFIDENTIAL = "confidential", _("Not at all: for the institution only")

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("Supports the draft")
        SUPPORTS_WITH_CHANGES = "supports_with_changes", _("Supports it with changes")
        OPPOSES = "opposes", _("Opposes the draft")
        NO_OPINION = "no_opinion", _("Has no opinion on it")

    class LateDecision(models.TextChoices):
        COUNTED = "counted", _("Counted although late")
        NOT_COUNTED = "not_counted", _("Not counted")

    COUNTED_STATES = (State.SUBMITTED, State.AMENDED, State.ACCEPTED)

    round = models.ForeignKey(
        "consultation.Round", on_delete=models.PROTECT, related_name="submissions", verbose_name=_("round")
    )
    respondent = models.OneToOneField(
        "consultation.Respondent",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="submission",
        verbose_name=_("respondent"),
    )
    reference = models.CharField(_("reference"), max_length=40, unique=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.STARTED)
    moderation = models.CharField(
        _("moderation"), max_length=20, choices=Moderation.choices, default=Moderation.NOT_APPLICABLE
    )
    channel = models.CharField(_("channel"), max_length=8, choices=Channel.choices, default=Channel.WEB)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    overall_stance = models.CharField(_("stance"), max_length=24, choices=Stance.choices, blank=True)
    publication_choice = models.CharField(
        _("publication"),
        max_length=12,
        choices=PublicationChoice.choices,
        default=PublicationChoice.CONFIDENTIAL,
    )
    consent = models.CharField(_("text agreed to"), max_length=120, blank=True)
    started_at = models.DateTimeField(_("started"))
    received_at = models.DateTimeField(_("received"), null=True, blank=True)
    document_date = models.DateField(_("date on the letter"), null=True, blank=True)
    is_late = models.BooleanField(_("late"), default=False)
    grace = models.BooleanField(_("sent in the time of grace"), default=False)
    late_decision = models.CharField(
        _("decision on its lateness"), max_length=12, choices=LateDecision.choices, blank=True
    )
    late_reason = models.TextField(_("reason of that decision"), blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    registered_reason = models.TextField(_("why it was registered by hand"), blank=True)
    revision = models.PositiveIntegerField(default=1)  # rises with every change, drafts included
    invitation_key = models.CharField(_("invitation"), max_length=64, blank=True)
    manage_nonce = models.CharField(max_length=32, default=new_nonce, editable=False)
    manage_token_hash = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        default_permissions = ("view", "change")
        permissions = [
            ("register_submission", _("Can register letters and other submissions")),
            ("view_confidential", _("Can read confidential opinions and who gave them")),
        ]
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["round", "state"], name="consultation_round_state"),
            models.Index(fields=["round", "received_at"], name="consultation_round_received"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "invitation_key"],
                condition=~models.Q(invitation_key="") & ~models.Q(state__in=["withdrawn", "rejected"]),
                name="one_submission_an_invitation",
            ),
            models.CheckConstraint(
                condition=models.Q(state="started") | models.Q(received_at__isnull=False),
                name="submitted_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_counted(self) -> bool:
        """Whether it stands in statistics: handed in, not withdrawn, and late ones once that is decided."""
        if self.is_late and self.late_decision != self.LateDecision.COUNTED:
            return False
        return self.state in self.COUNTED_STATES


class SubmissionRevision(models.Model):
    """What was handed in, as it was hashed and recorded in the log. Rows are added and never changed.

    Lawful erasure empties `content`, `content_hash` and `salt`; the leaf at `leaf_index` stays.
    """

    class Actor(models.TextChoices):
        RESPONDENT = "respondent", _("Respondent")
        STAFF = "staff", _("Staff")

    submission = models.ForeignKey(
        "consultation.Submission", on_delete=models.PROTECT, related_name="revisions"
    )
    number = models.PositiveIntegerField(_("number"))
    content = models.TextField(_("canonical JSON"), null=True)
    content_hash = models.CharField(_("SHA-256 of it"), max_length=64, null=True)
    salt = models.CharField(_("salt"), max_length=64, null=True)
    leaf_index = models.PositiveBigIntegerField(_("place in the log"), unique=True)
    actor = models.CharField(_("who"), max_length=10, choices=Actor.choices)
    actor_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(_("reason"), blank=True)
    received_at = models.DateTimeField(_("received"))
    recorded_at = models.DateTimeField(_("recorded"))
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("revision of a submission")
        verbose_name_plural = _("revisions of submissions")
        default_permissions = ()
        ordering = ["submission", "number"]
        constraints = [models.UniqueConstraint(fields=["submission", "number"], name="one_revision_a_number")]

    def __str__(self) -> str:
        return f"{self.submission} ({self.number})"
