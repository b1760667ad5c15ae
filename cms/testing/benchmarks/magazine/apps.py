"""Declares the plugin to the host. Read this first."""

from cms.api import Contribution, PluginConfig


class MagazineConfig(PluginConfig):
    name = "cms.testing.benchmarks.magazine"
    label = "magazine"
    verbose_name = "Magazine"
    version = "1.0.0"
    requires_cms = ">=1.0,<2"

    def contribute(self) -> Contribution:
        from . import graphql, models  # noqa: PLC0415 -- app loading

        return Contribution(queries=(graphql.Query,), page_types=((models.Article, graphql.MagazineArticle),))
