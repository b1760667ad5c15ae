"""What the plugin does by itself again and again, and what it shows staff about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from cms.api import HomePanel, Job
from plugins.networks.confirming import invite_contacts
from plugins.networks.linkhealth.running import check_links
from plugins.networks.models import LinkState, rebuild_index
from plugins.networks.vocabulary import LinkStatus


def age_entries(now: datetime) -> str:
    """Make every entry say how fresh it is today, and the sets be what the entries say."""
    wrong = rebuild_index()
    return f"all looked at, {wrong} sets were wrong"


def failing_links(request: Any) -> str:  # Any: Wagtail's request with a user
    """Return a panel that says how many addresses need a person; empty where none does or one may not act."""
    if not request.user.has_perm("networks.change_linkstate"):
        return ""
    need = LinkState.objects.filter(status__in=(LinkStatus.DEAD, LinkStatus.FAILING))
    count = need.count()
    address = reverse("wagtailsnippets_networks_linkstate:list")
    context = {"count": count, "address": f"{address}?status=dead&status=failing"}
    return render_to_string("networks/failing_links.html", context) if count else ""


JOBS = (
    Job(name="links", every=timedelta(minutes=30), run=check_links),
    Job(name="invitations", every=timedelta(days=1), run=invite_contacts),
    Job(name="freshness", every=timedelta(days=1), run=age_entries),
)
HOME_PANELS = (HomePanel(name="failing_links", render=failing_links),)
