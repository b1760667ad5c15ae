"""What editors wrote with a plugin is still there after it was switched off and on again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from wagtail.blocks import Block, StreamBlock

from cms.blocks.body import BodyBlock
from cms.plugin_host.declaration import PluginConfig
from cms.testing.conformance.findings import Finding, NotApplicable
from cms.testing.conformance.subject import Subject

REMEDY = "Let blocks() return the same blocks whether the plugin is enabled or not."


def content_lost_by_disabling(subject: Subject) -> Iterator[Finding]:
    """Read and write a body with every block of the plugin, while it is disabled; yield what is lost."""
    blocks = subject.plugin.blocks()
    if not blocks:
        raise NotApplicable("it has no body blocks")
    stored = [
        {"type": name, "value": block.get_prep_value(block.get_default()), "id": str(uuid4())}
        for name, block in blocks
    ]
    with switched_off(subject.plugin):
        kept = written_again(BodyBlock(), stored)
    for entry in stored:
        if entry not in kept:
            yield subject.finding(
                f"block {entry['type']}",
                "is lost or changed when a page is saved while the plugin is disabled.",
                REMEDY,
            )


def written_again(body: StreamBlock, stored: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return what is stored after a page with this body was opened and saved."""
    saved: list[dict[str, object]] = body.get_prep_value(body.to_python(stored))
    return saved


@contextmanager
def switched_off(plugin: PluginConfig) -> Iterator[None]:
    """Let the plugin count as disabled; the group under which editors find its blocks is put back after."""
    blocks: list[Block] = [block for _name, block in plugin.blocks()]
    groups = [block.meta.__dict__.get("group") for block in blocks]
    plugin.enabled = False
    try:
        yield
    finally:
        plugin.enabled = True
        for block, group in zip(blocks, groups, strict=True):
            block.meta.__dict__.pop("group", None)
            if group is not None:
                block.meta.group = group
