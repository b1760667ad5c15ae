"""What an opinion may be put on: the current version of the draft, and a provision of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..drafts.vocabulary import PUBLIC_STATES
from ..models import Consultation, Provision
from .content import OpinionContent
from .errors import Code, Flaw


@dataclass(frozen=True)
class Anchors:
    """The places of a draft. A version that was not divided into provisions takes any key as it is named."""

    current: int
    keys: frozenset[str]

    def flaw(self, opinion: OpinionContent, path: tuple[str, ...]) -> Flaw | None:
        """Return what is wrong with the place that a new opinion is put on, if anything is."""
        version = opinion.version_number or self.current
        if version < 1 or version > self.current:
            return Flaw(Code.VERSION_UNKNOWN, (*path, "version"))
        if version < self.current:
            return Flaw(Code.VERSION_SUPERSEDED, (*path, "version"))
        key = opinion.provision_key
        if len(key) > 80 or (key and self.keys and key not in self.keys):
            return Flaw(Code.PROVISION_UNKNOWN, (*path, "provisionKey"))
        return None


def anchors_of(consultation: Consultation) -> Anchors:
    """Return what opinions may be put on now: the newest published version; 1 while there is none."""
    public = consultation.draft_versions.filter(state__in=PUBLIC_STATES)
    version = public.order_by("-number").first()
    if version is None:
        return Anchors(1, frozenset())
    keys = Provision.objects.filter(version=version).values_list("key", flat=True)
    return Anchors(version.number, frozenset(keys))
