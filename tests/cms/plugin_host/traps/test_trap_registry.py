"""Trap 4: a type of a model grows a field when somebody else defines a type of a related model."""

import graphene
from graphene_django import DjangoObjectType
from graphene_django.registry import Registry
from graphql import print_type

from cms.api import ModelType
from cms.models import Menu, MenuItem

SCHEMA = """
from cms.graphql.schema import current_schema
from graphql import print_schema
modules = [name for name in sys.modules if name.startswith("plugins.networks.graphql")]
schema = print_schema(current_schema().graphql)
print(json.dumps([schema, modules]))
"""


def fields_of_menu(base, **meta):
    """Return Menu's fields once a second type, of a related model, is registered by another plugin."""
    registry = Registry()
    of_menu = type("Meta", (), {"model": Menu, "registry": registry, **meta})
    of_item = type("Meta", (), {"model": MenuItem, "registry": registry, "fields": ("label",)})
    menu = type("Menu", (base,), {"Meta": of_menu, "title": graphene.String()})
    type("AnothersItem", (DjangoObjectType,), {"Meta": of_item})
    query = type("Query", (graphene.ObjectType,), {"menu": graphene.Field(menu)})
    return print_type(graphene.Schema(query=query).graphql_schema.type_map["Menu"])


def test_stock_grows_a_field_that_nobody_asked_for():
    assert "AnothersItem" in fields_of_menu(DjangoObjectType, fields="__all__")


def test_ours_has_the_fields_that_it_lists():
    assert "AnothersItem" not in fields_of_menu(ModelType)


def test_a_disabled_plugin_leaves_the_schema_as_if_it_were_not_installed(told_by_process):
    disabled = told_by_process(SCHEMA, networks={"enabled": False})
    absent = told_by_process(SCHEMA)

    assert disabled == absent
    assert disabled[1] == []
