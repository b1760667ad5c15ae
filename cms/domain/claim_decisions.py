"""An editor's word that two language versions may differ: given with a reason, taken back, both on record."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from cms.domain.claims import Finding, pair_name
from cms.models import ClaimDecision, User

DISMISS = "cms.dismiss_difference"
REOPEN = "cms.reopen_difference"


@transaction.atomic
def dismiss(finding: Finding, *, page: Page, reason: str, user: User) -> ClaimDecision:
    """Return the decision that the finding is legitimate. It holds until either side changes.

    There is one decision for a claim and two languages; a new one takes its place, and the page's history
    keeps both. Raises ValidationError with the code `reason_missing` when the reason has no words.
    """
    words = reason.strip()
    if not any(character.isalnum() for character in words):
        raise ValidationError(_("Say why this difference is right."), code="reason_missing")
    decision, _is_new = ClaimDecision.objects.update_or_create(
        **place_of(finding, page),
        defaults={"fingerprint": finding.fingerprint, "reason": words, "decided_by": user},
    )
    log(instance=page, action=DISMISS, user=user, data={"claim": finding.key, "reason": words})
    return decision


@transaction.atomic
def reopen(finding: Finding, *, page: Page, user: User) -> None:
    """Take a decision back, so that the finding is open again. Does nothing where it is open already."""
    deleted, _by_model = ClaimDecision.objects.filter(**place_of(finding, page)).delete()
    if deleted:
        log(instance=page, action=REOPEN, user=user, data={"claim": finding.key})


def place_of(finding: Finding, page: Page) -> dict[str, Any]:  # Any: lookups of any field
    return {
        "translation_key": page.translation_key,
        "claim_key": finding.key,
        "locales": pair_name(finding.languages),
    }
