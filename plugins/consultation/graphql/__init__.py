"""The plugin's part of the schema."""

from .pages import ConsultationPage
from .queries import Query

__all__ = ["ConsultationPage", "Query"]
