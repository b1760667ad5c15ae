"""What an operator may set in config/plugins.py."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import cast

from django.apps import apps


@dataclass(frozen=True)
class ConsultationSettings:
    """Limits against floods, and where files are looked at. Counts are of one hour; 0 means no limit."""

    minimum_fill_seconds: int = 3
    submissions_a_network: int = 120
    submissions_an_email: int = 10
    submissions_an_invitation: int = 30
    submissions_without_proof: int = 20
    proof_numbers: int = 50_000
    attachment_bytes: int = 10_000_000
    attachments: int = 5
    clamav: str = ""
    mail_from: str = ""
    bounces_to: str = ""
    bounce_secret: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, int) and value < 0:
                raise ValueError(f"{each.name} must not be negative; it is {value}")
        if self.proof_numbers < 1000:
            raise ValueError(f"proof_numbers must be at least 1000; it is {self.proof_numbers}")
        if self.clamav and not self.clamav.startswith(("unix:", "tcp:")):
            raise ValueError('clamav must be "unix:/path/of/socket" or "tcp:host:port"')
        if self.bounce_secret and len(self.bounce_secret) < 24:
            raise ValueError("bounce_secret must have at least 24 characters")
        if self.bounces_to and "@" not in self.bounces_to:
            raise ValueError("bounces_to must be an e-mail address")


def consultation_settings() -> ConsultationSettings:
    """Return what the operator has set; the defaults while the plugin is disabled."""
    config = apps.get_app_config("consultation")
    return cast(ConsultationSettings, getattr(config, "settings", None) or ConsultationSettings())
