"""What happens."""

from dataclasses import dataclass
from typing import ClassVar

from cms.api import Event


@dataclass(frozen=True, kw_only=True)
class GreetingSaid(Event):
    """Somebody was greeted."""

    name: ClassVar[str] = "polite.greeting_said"

    greeting_id: int
    locale: str
