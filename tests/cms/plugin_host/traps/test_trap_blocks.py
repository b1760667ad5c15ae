"""Traps 5 and 6: a body forgets blocks that it does not know, and its migration remembers those it knew."""

from django.apps import apps
from wagtail.blocks import CharBlock, StreamBlock
from wagtail.fields import StreamField

from cms.api import BodyField
from cms.blocks.body import BodyBlock
from cms.testing.conformance.content import switched_off

TEXT = {"type": "text", "value": "Merhaba", "id": "1"}
LISTING = {"type": "networks_listing", "value": {"title": "Ağlar", "organisations": []}, "id": "2"}


def saved_again(body, stored):
    return body.get_prep_value(body.to_python(stored))


def test_stock_deletes_the_blocks_of_a_plugin_that_is_gone():
    without_the_plugin = StreamBlock([("text", CharBlock())])

    assert saved_again(without_the_plugin, [TEXT, LISTING]) == [TEXT]


def test_ours_keeps_the_blocks_of_a_disabled_plugin():
    with switched_off(apps.get_app_config("networks")):
        body = BodyBlock()

    assert saved_again(body, [LISTING]) == [LISTING]


def test_ours_shows_them_to_editors_in_a_group_of_their_own():
    networks = apps.get_app_config("networks")

    with switched_off(networks):
        body = BodyBlock()
        groups = {str(body.child_blocks[name].meta.group) for name, _ in networks.blocks()}

    assert groups == {"Kapatılmış"}


def test_stock_writes_its_blocks_into_the_migration():
    blocks = [("text", CharBlock())]

    assert StreamField(blocks).deconstruct()[3] != StreamField([]).deconstruct()[3]


def test_ours_has_the_same_migration_whatever_is_installed():
    few = BodyField([("text", CharBlock())])

    assert few.deconstruct() == BodyField().deconstruct()
