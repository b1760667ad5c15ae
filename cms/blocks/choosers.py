"""Choosers of a disabled plugin's snippets: they keep what was chosen, for there is nothing to choose from.

Wagtail's own raises while its model has no admin pages, and with it the editor of every page that holds
such a block.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Model
from wagtail.blocks import Block, ChooserBlock, ListBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class KeptChoiceBlock(ChooserBlock):
    """Shows what was chosen and hands it back unchanged, or nothing where it has been deleted since."""

    def __init__(self, chooser: SnippetChooserBlock) -> None:
        super().__init__(required=False, label=chooser.meta.label)
        self._chooser = chooser
        self.set_name(chooser.name)

    @property
    def target_model(self) -> type[Model]:
        model: type[Model] = self._chooser.target_model
        return model

    @cached_property
    def widget(self) -> forms.Widget:
        return forms.TextInput({"readonly": True})

    def get_form_state(self, value: Model | None) -> str:
        return "" if value is None else f"{value.pk} · {value}"

    def value_from_form(self, value: Any) -> Any:  # Any: a row, its key, or what the form shows
        if isinstance(value, str):
            value = value.partition(" ")[0] or None
        return super().value_from_form(value)


def keep_choices(block: Block, *, disabled: Collection[str]) -> Block:
    """Return the block with each chooser in it that leads to one of these apps made to keep its choice."""
    if isinstance(block, SnippetChooserBlock):
        return KeptChoiceBlock(block) if app_of(block) in disabled else block
    if isinstance(block, BaseStructBlock | BaseStreamBlock):
        for name, child in block.child_blocks.items():
            block.child_blocks[name] = keep_choices(child, disabled=disabled)
    if isinstance(block, ListBlock):
        block.child_block = keep_choices(block.child_block, disabled=disabled)
    return block


def app_of(chooser: SnippetChooserBlock) -> str:
    """Return the label of the app whose model it chooses. Models need not be loaded yet."""
    model = chooser._target_model
    return str(model.partition(".")[0] if isinstance(model, str) else model._meta.app_label)
