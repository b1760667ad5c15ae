"""What stands in a slot arrives where it belongs, and is gone without its owner."""

import graphene
import pytest
from django.contrib.auth.models import Permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from cms.admin import contributed
from cms.api import Contribution, MenuEntry
from cms.plugin_host.composition import PluginSet
from cms.plugin_host.contribution import joined
from cms.testing.contributing import contributing
from cms.testing.factories import BilingualSite


class AddTerm(graphene.Mutation):
    """Says that it added a term."""

    ok = graphene.Boolean(required=True, description="Whether it was added.")

    def mutate(root: object, info: object) -> "AddTerm":
        return AddTerm(ok=True)


class GlossaryMutation(graphene.ObjectType):
    """The mutations of a glossary."""

    glossary_term_add = AddTerm.Field(description="Add a term.")


class GlossaryNote(graphene.ObjectType):
    """A type that nothing leads to."""

    text = graphene.String(description="The text.")


def test_mutations_are_offered_and_run(bilingual_site: BilingualSite, ask) -> None:
    with contributing("glossary", mutations=(GlossaryMutation,)):
        answer = ask("mutation { glossaryTermAdd { ok } }")

    assert answer == {"data": {"glossaryTermAdd": {"ok": True}}}


def test_types_that_nothing_leads_to_are_in_the_schema(bilingual_site: BilingualSite, ask) -> None:
    query = '{ __type(name: "GlossaryNote") { name } }'
    with contributing("glossary", types=(GlossaryNote,)):
        with_it = ask(query)

    without_it = ask(query)

    assert [answer["data"]["__type"] for answer in (with_it, without_it)] == [{"name": "GlossaryNote"}, None]


@pytest.mark.parametrize("menu", contributed.MENU_HOOKS)
def test_menu_items_are_handed_to_their_menu(menu: str) -> None:
    entry = MenuEntry(menu=menu, item=MenuItem("Terms", "/terms/"))
    with contributing("glossary", menu_items=(entry,)):
        items = {name: [item() for item in contributed.menu_items(name)] for name in contributed.MENU_HOOKS}

    assert [name for name, found in items.items() if entry.item in found] == [menu]


def test_permissions_are_offered_to_groups(db: None) -> None:
    permission = Permission.objects.get(codename="view_jobrun")
    before = permission in contributed.group_permissions()

    with contributing("glossary", permissions=("cms.view_jobrun",)):
        after = permission in contributed.group_permissions()

    assert (before, after) == (False, True)


def test_viewsets_are_collected_with_their_owner() -> None:
    viewset = ViewSet("terms")

    with contributing("glossary", viewsets=(viewset,)):
        found = PluginSet.installed().collect("viewsets")

    assert ("glossary", viewset) in found
    assert ("glossary", viewset) not in PluginSet.installed().collect("viewsets")


def test_contributions_are_joined_slot_by_slot() -> None:
    first = Contribution(queries=(GlossaryNote,), permissions=("a.b",))
    second = Contribution(permissions=("c.d",), types=(GlossaryNote,))

    assert joined(first, second) == Contribution(
        queries=(GlossaryNote,), permissions=("a.b", "c.d"), types=(GlossaryNote,)
    )
