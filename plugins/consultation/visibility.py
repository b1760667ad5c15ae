"""What of consultations an audience may not see: restricted ones unless invited, unlisted ones in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.api import Withholding

from .people.tokens import digests_of

if TYPE_CHECKING:
    from cms.api import Audience

Keys = QuerySet[Any, Any]
"""Primary keys, as a queryset of one column."""


def restricted_pages(audience: Audience) -> Keys:
    """Return the pages of restricted consultations that no pass of the audience opens."""
    from .models import ConsultationPage  # noqa: PLC0415 -- asked before models are ready

    return ConsultationPage.objects.filter(is_closed_to(audience, "consultation")).values("pk")


def unlisted_pages(audience: Audience) -> Keys:
    """Return the pages of consultations that are in no list."""
    from .models import Consultation, ConsultationPage  # noqa: PLC0415 -- as above

    unlisted = Consultation.Visibility.UNLISTED
    return ConsultationPage.objects.filter(consultation__visibility=unlisted).values("pk")


def restricted_documents(audience: Audience) -> Keys:
    """Return the drafts of restricted consultations that no pass of the audience opens."""
    from .models import DraftVersion  # noqa: PLC0415 -- as above

    return DraftVersion.objects.filter(is_closed_to(audience, "consultation")).values("document")


def restricted_renditions(audience: Audience) -> Keys:
    """Return the files of such drafts in further languages."""
    from .models import DraftRendition  # noqa: PLC0415 -- as above

    renditions = DraftRendition.objects.filter(document__isnull=False)
    return renditions.filter(is_closed_to(audience, "version__consultation")).values("document")


def is_closed_to(audience: Audience, consultation: str) -> Q:
    """Return the condition that the named consultation is restricted and the audience not invited to it."""
    from .models import Consultation, Invitation  # noqa: PLC0415 -- as above

    is_restricted = Q(**{f"{consultation}__visibility": Consultation.Visibility.RESTRICTED})
    if not audience.passes:
        return is_restricted
    invited = Invitation.objects.filter(
        round__consultation=OuterRef(consultation),
        token_hash__in=tuple(digests_of(audience.passes)),
        revoked_at=None,
    )
    return is_restricted & ~Q(Exists(invited))


WITHHOLDINGS = (
    Withholding(
        name="restricted",
        pages=restricted_pages,
        unlisted=unlisted_pages,
        documents=restricted_documents,
    ),
    Withholding(name="restricted renditions", documents=restricted_renditions),
)
