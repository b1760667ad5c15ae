"""What of a submission is hashed: what was said, on what, and when. Who said it is left out on purpose.

A name can then be erased while the text stays provable.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .canonical import Document, Value
from .instants import instant_text

FORMAT = "dilmac-submission/1"


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """An opinion on one provision of a version of the draft, or on the whole (`provision` is None)."""

    version: str
    language: str
    text: str
    provision: str | None = None
    quote: str = ""
    kind: str = "substantive"
    stance: str = ""
    rationale: str = ""
    proposed_text: str = ""

    def document(self) -> Document:
        return {
            "version": self.version,
            "language": self.language,
            "text": self.text,
            "provision": self.provision,
            "quote": self.quote,
            "kind": self.kind,
            "stance": self.stance,
            "rationale": self.rationale,
            "proposed_text": self.proposed_text,
        }


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that came with a submission: its bytes are hashed, and are not in the document."""

    name: str
    size: int
    sha256: bytes

    def document(self) -> Document:
        return {"name": self.name, "size": self.size, "sha256": self.sha256.hex()}


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A revision of a submission, in the order in which its author put the opinions."""

    reference: str
    revision: int
    received_at: datetime
    language: str
    channel: str
    publication: str  # what the author chose to have published
    consent: str  # which text the author agreed to
    opinions: tuple[Opinion, ...]
    stance: str = ""  # on the draft as a whole
    attachments: tuple[Attachment, ...] = ()

    def document(self) -> Document:
        """Return what canonical JSON is made of."""
        opinions: list[Value] = [opinion.document() for opinion in self.opinions]
        attachments: list[Value] = [attachment.document() for attachment in self.attachments]
        return {
            "format": FORMAT,
            "reference": self.reference,
            "revision": self.revision,
            "received_at": instant_text(self.received_at),
            "language": self.language,
            "channel": self.channel,
            "publication": self.publication,
            "consent": self.consent,
            "stance": self.stance,
            "opinions": opinions,
            "attachments": attachments,
        }
