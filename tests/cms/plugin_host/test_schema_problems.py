"""A plugin that cannot become part of the schema is told by the system check; the others are composed."""

from dataclasses import replace

import graphene
from declaring import plugin

from cms.api import Contribution, PluginConfig
from cms.graphql.checks import schema_problems
from cms.plugin_host.composition import PluginSet


class IllegalQuery(graphene.ObjectType):
    """A field whose name GraphQL does not allow."""

    glossary_terms = graphene.String(name="glossary-terms", description="Never seen.")


class SizeQuery(graphene.ObjectType):
    """A field of another plugin."""

    sizes_all = graphene.Int(description="How many.")


def contributing_queries(query: type[graphene.ObjectType]) -> dict[str, object]:
    def contribute(self: PluginConfig) -> Contribution:
        return Contribution(queries=(query,))

    return {"contribute": contribute}


def test_an_illegal_name_is_told_with_its_plugin_and_harms_no_other() -> None:
    illegal = plugin("glossary", **contributing_queries(IllegalQuery))
    sizes = plugin("sizes", **contributing_queries(SizeQuery))
    plugins = replace(PluginSet.installed(), plugins=(illegal, sizes))

    (problem,) = schema_problems(plugins)

    assert (problem.code, problem.plugin) == ("cms.E112", "glossary 1.0")
    assert "glossary-terms" in str(problem)
