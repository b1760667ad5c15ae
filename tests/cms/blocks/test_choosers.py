"""A chooser whose plugin is disabled keeps its choice, wherever in a block it stands."""

from typing import Any

import pytest
from django.apps import apps
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.blocks.choosers import KeptChoiceBlock, keep_choices


def chooser(**options: Any) -> SnippetChooserBlock:
    return SnippetChooserBlock("cms.Menu", **options)


def nested() -> blocks.StreamBlock:
    """Return a chooser in a list in a struct in a stream, and one that leads elsewhere."""
    listing = blocks.StructBlock([("menus", blocks.ListBlock(chooser(label="Menu")))])
    return blocks.StreamBlock([("listing", listing), ("profile", SnippetChooserBlock("cms.SiteProfile"))])


def test_every_chooser_of_a_disabled_app_is_replaced() -> None:
    block = nested()

    keep_choices(block, disabled={"cms"})

    kept = block.child_blocks["listing"].child_blocks["menus"].child_block
    assert isinstance(kept, KeptChoiceBlock)
    assert kept.meta.label == "Menu"
    assert isinstance(block.child_blocks["profile"], KeptChoiceBlock)
    assert block.child_blocks["profile"].name == "profile"


def test_choosers_of_other_apps_stay() -> None:
    block = nested()

    keep_choices(block, disabled={"networks"})

    assert isinstance(block.child_blocks["profile"], SnippetChooserBlock)


@pytest.mark.parametrize("target", ["networks.Organisation", apps.get_model("networks.Organisation")])
def test_the_app_is_known_by_the_name_and_by_the_model(target: object) -> None:
    assert isinstance(keep_choices(SnippetChooserBlock(target), disabled={"networks"}), KeptChoiceBlock)


@pytest.mark.django_db
def test_choice_comes_back_from_the_form() -> None:
    block = KeptChoiceBlock(SnippetChooserBlock("networks.Organisation"))
    organisation = block.target_model.objects.create(key="unido", kind="network")

    state = block.get_form_state(organisation)

    assert state == f"{organisation.pk} · unido"
    assert block.clean(block.value_from_datadict({"x": state}, {}, "x")) == organisation


@pytest.mark.django_db
@pytest.mark.parametrize("sent", ["", "99 · deleted"])
def test_what_has_been_deleted_is_no_choice_and_no_error(sent: str) -> None:
    block = KeptChoiceBlock(SnippetChooserBlock("networks.Organisation"))

    assert block.clean(block.value_from_datadict({"x": sent}, {}, "x")) is None
    assert block.get_form_state(None) == ""
