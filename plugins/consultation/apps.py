"""Declares the plugin to the host. Read this first."""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cms.api import Contribution, HomePanel, Job, PluginConfig


class ConsultationConfig(PluginConfig):
    name = "plugins.consultation"
    label = "consultation"
    verbose_name = _("Consultation")
    version = "1.0.0"
    requires_cms = ">=1.0,<2"

    def contribute(self) -> Contribution:
        from . import (  # noqa: PLC0415 -- app loading
            addresses,
            demo,
            events,
            graphql,
            home,
            monitor,
            passing,
            search,
            viewsets,
        )
        from .draft_room import viewset as draft_room  # noqa: PLC0415 -- app loading
        from .models import ConsultationPage  # noqa: PLC0415 -- app loading

        return Contribution(
            queries=(
                graphql.Query,
                graphql.OpinionQuery,
            ),
            mutations=(graphql.ConsultationMutation,),
            urls=addresses.URLS,
            page_types=((ConsultationPage, graphql.ConsultationPage),),
            viewsets=(
                viewsets.consultations,
                draft_room.drafts,
            ),
            home_panels=(HomePanel(name="open_rounds", render=home.open_rounds),),
            events=events.EVENTS,
            jobs=(
                Job(name="notice_passages", every=timedelta(minutes=1), run=passing.notice_passages),
                Job(name="monitor", every=timedelta(days=1), run=monitor.watch),
            ),
            operations=Path(__file__).parent / "operations",
            search_fields=search.SEARCH_FIELDS,
            demo=(demo.seed,),
        )
