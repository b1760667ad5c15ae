"""The plugin's part of the schema."""

from .answers import InvitationMutation
from .opinion_queries import OpinionQuery
from .pages import ConsultationPage
from .queries import Query
from .submission_mutations import ConsultationMutation

__all__ = ["ConsultationMutation", "ConsultationPage", "InvitationMutation", "OpinionQuery", "Query"]
