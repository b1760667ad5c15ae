"""What an opinion may be put on: the current version of the draft, and a provision of it."""

from __future__ import annotations

from ..models import Consultation
from .content import OpinionContent
from .errors import Code, Flaw


def current_version(consultation: Consultation) -> int:
    """Return the number of the newest version of the draft; 1 while none is listed."""
    return max((version.number for version in consultation.draft_versions.all()), default=1)


def anchor_flaw(opinion: OpinionContent, *, consultation: Consultation, path: tuple[str, ...]) -> Flaw | None:
    """Return what is wrong with the place that a new opinion is put on, if anything is."""
    current = current_version(consultation)
    version = opinion.version_number or current
    if version < 1 or version > current:
        return Flaw(Code.VERSION_UNKNOWN, (*path, "version"))
    if version < current:
        return Flaw(Code.VERSION_SUPERSEDED, (*path, "version"))
    if len(opinion.provision_key) > 80:
        return Flaw(Code.PROVISION_UNKNOWN, (*path, "provisionKey"))
    return None
