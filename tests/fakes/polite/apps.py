"""Declares the plugin."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cms.api import Contribution, HealthCheck, HomePanel, Job, PagePublished, PluginConfig, Subscriber

if TYPE_CHECKING:
    from wagtail.blocks import Block


class PoliteConfig(PluginConfig):
    """Keeps greetings, and every promise."""

    name = "fakes.polite"
    label = "polite"
    version = "1.0"
    requires_cms = ">=1.0"

    def blocks(self) -> tuple[tuple[str, Block], ...]:
        from fakes.polite.blocks import BLOCKS

        return BLOCKS

    def contribute(self) -> Contribution:
        from fakes.polite import events, graphql, parts, urls

        return Contribution(
            queries=(graphql.Query,),
            mutations=(graphql.Mutation,),
            block_types=(("polite_greeting", graphql.PoliteGreetingBlock),),
            operations=Path(__file__).parent / "operations",
            permissions=("polite.change_greeting",),
            events=(events.GreetingSaid,),
            subscribers=(Subscriber(name="greet", event=PagePublished, handle=parts.greet),),
            health_checks=(HealthCheck(name="mood", ask=parts.ask_mood, remedy="Smile."),),
            jobs=(Job(name="greet_again", every=timedelta(days=1), run=parts.greet_again),),
            home_panels=(HomePanel(name="welcome", render=parts.welcome),),
            urls=urls.URLS,
            demo=(parts.seed,),
        )
