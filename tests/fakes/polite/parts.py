"""What it does by itself: each part small."""

from datetime import datetime
from typing import Any

from fakes.polite.models import Greeting

from cms.api import DemoSite, PagePublished


def greet(event: PagePublished) -> None:
    """Greet once for each publication."""
    Greeting.objects.get_or_create(words=f"Page {event.page_id}")


def greet_again(now: datetime) -> str:
    return f"{Greeting.objects.count()} greeted"


def ask_mood() -> str | None:
    return None


def welcome(request: Any) -> str:
    return "<p>Welcome</p>"


def seed(demo: DemoSite) -> None:
    for words in ("Merhaba", "Günaydın", "İyi akşamlar"):
        Greeting.objects.get_or_create(words=words)
