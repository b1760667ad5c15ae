"""Stores what was planned, in portions: a large table is neither one transaction nor one request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from plugins.networks.importing.planning import Fate, Plan
from plugins.networks.importing.rows import Mistake, write
from plugins.networks.models import Organisation
from plugins.networks.vocabulary import Kind


def store(plans: Iterable[Plan], *, user: Any, publish: bool) -> list[Plan]:  # Any: a user
    """Store rows that are to be created or changed; return those that were refused after all.

    Without `publish`, everything becomes drafts: what is live stays as it is.
    """
    refused = []
    for plan in plans:
        if plan.fate not in (Fate.CREATE, Fate.UPDATE):
            continue
        try:
            with transaction.atomic():
                _store(plan, user=user, publish=publish)
        except ValidationError as error:
            plan.facts.mistakes += [Mistake("", message) for message in error.messages]
            refused.append(plan)
        except (IntegrityError, Organisation.DoesNotExist):
            plan.facts.mistakes.append(
                Mistake("", _("Somebody has changed the record meanwhile. Try again."))
            )
            refused.append(plan)
    return refused


def _store(plan: Plan, *, user: Any, publish: bool) -> None:  # Any: a user
    record = _record(plan)
    write(plan.facts, record)
    record.full_clean(exclude=["text_key"])
    if record.pk is None:
        record.save()
    revision = record.save_revision(user=user)
    if publish:
        revision.publish(user=user)


def _record(plan: Plan) -> Organisation:
    if plan.fate == Fate.CREATE:
        return Organisation(key=_free(plan.facts.key), kind=Kind.ORGANISATION, live=False)
    stored = Organisation.objects.get(pk=plan.target)
    latest: Organisation = stored.get_latest_revision_as_object()
    return latest


def _free(key: str) -> str:
    """Return the key, or the first numbered one that no record has: another body has the same short name."""
    taken = set(Organisation.objects.filter(key__startswith=key[:70]).values_list("key", flat=True))
    numbered = (f"{key[:70]}-{number}" for number in range(2, len(taken) + 3))
    return key if key not in taken else next(one for one in numbered if one not in taken)
