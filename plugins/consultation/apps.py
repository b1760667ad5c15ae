"""Declares the plugin to the host. Read this first."""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cms.api import Contribution, HomePanel, Job, PluginConfig, Withholding

from .conf import ConsultationSettings


class ConsultationConfig(PluginConfig):
    name = "plugins.consultation"
    label = "consultation"
    verbose_name = _("Consultation")
    version = "1.0.0"
    requires_cms = ">=1.0,<2"
    settings_class = ConsultationSettings

    def withholdings(self) -> tuple[Withholding, ...]:
        from .visibility import WITHHOLDINGS  # noqa: PLC0415 -- app loading

        return WITHHOLDINGS

    def contribute(self) -> Contribution:
        from . import addresses, demo, events, graphql, home, monitor, passing, search  # noqa: PLC0415 -- app loading
        from . import viewsets as facts  # noqa: PLC0415 -- app loading
        from .draft_room import viewset as draft_room  # noqa: PLC0415 -- app loading
        from .mail import jobs as mailing  # noqa: PLC0415 -- app loading
        from .models import ConsultationPage  # noqa: PLC0415 -- app loading
        from .people import following  # noqa: PLC0415 -- app loading
        from .people import viewsets as people  # noqa: PLC0415 -- app loading
        from .round_room import viewset as round_room  # noqa: PLC0415 -- app loading

        return Contribution(
            queries=(graphql.Query, graphql.OpinionQuery),
            mutations=(graphql.ConsultationMutation, graphql.InvitationMutation),
            urls=addresses.URLS,
            page_types=((ConsultationPage, graphql.ConsultationPage),),
            viewsets=(facts.consultations, draft_room.drafts, round_room.rounds, people.people),
            home_panels=(HomePanel(name="open_rounds", render=home.open_rounds),),
            events=events.EVENTS,
            subscribers=following.SUBSCRIBERS,
            jobs=(
                Job(name="notice_passages", every=timedelta(minutes=1), run=passing.notice_passages),
                Job(name="send_notices", every=timedelta(minutes=1), run=mailing.queue_and_send),
                Job(name="monitor", every=timedelta(days=1), run=monitor.watch),
            ),
            operations=Path(__file__).parent / "operations",
            search_fields=search.SEARCH_FIELDS,
            demo=(demo.seed,),
        )
