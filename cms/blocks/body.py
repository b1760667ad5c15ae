"""The body of a page: the core's blocks and those of every installed plugin."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, StreamBlock
from wagtail.fields import StreamField

from cms.blocks.choosers import keep_choices
from cms.blocks.links import LINK_BLOCKS
from cms.blocks.media import MEDIA_BLOCKS
from cms.blocks.tables import TABLE_BLOCKS
from cms.blocks.text import TEXT_BLOCKS
from cms.plugin_host.declaration import PluginConfig

CORE_BLOCKS = (*TEXT_BLOCKS, *MEDIA_BLOCKS, *LINK_BLOCKS, *TABLE_BLOCKS)


class BodyBlock(StreamBlock):
    """Every block that a body may hold.

    Blocks of a disabled plugin stay, in a group of their own: without them Wagtail would drop
    stored content at the next save.
    """

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        super().__init__([*CORE_BLOCKS, *plugin_blocks(), *(local_blocks or ())], **kwargs)
        keep_choices(self, disabled={plugin.label for plugin in plugins() if not plugin.enabled})


class BodyField(StreamField):
    """A body. Its migrations do not name the blocks, so that plugins cannot change the core's migrations."""

    def __init__(self, block_types: Any = None, **kwargs: Any) -> None:
        super().__init__(block_types or BodyBlock(), **{"blank": True, **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _blocks, kwargs = super(StreamField, self).deconstruct()
        return name, path, [], kwargs


def plugin_blocks() -> tuple[tuple[str, Block], ...]:
    """Return the blocks of all installed plugins by name, those of disabled ones set apart for editors."""
    return tuple(
        (name, block if plugin.enabled else set_apart(block))
        for plugin in plugins()
        for name, block in plugin.blocks()
    )


def plugins() -> tuple[PluginConfig, ...]:
    # Their composition is not asked: bodies are made while models are loaded, and whatever is wrong.
    return tuple(config for config in apps.get_app_configs() if isinstance(config, PluginConfig))


def set_apart(block: Block) -> Block:
    block.meta.group = _("Switched off")
    return block
