"""How our entries in a page's history read."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry


def register_log_actions(actions: LogActionRegistry) -> None:
    """Name the action that recording.mark_reviewed writes."""
    actions.register_action(
        "cms.mark_reviewed", _("Mark as reviewed"), _("Marked as reviewed against the original")
    )
