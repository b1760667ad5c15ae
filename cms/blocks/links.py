"""Blocks that lead somewhere: list of links, call to action."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

TARGETS = ("page", "document", "url")


class LinkBlock(blocks.StructBlock):
    """A text with exactly one target: a page, a document or an address."""

    text = blocks.CharBlock(label=_("Text"), required=False, max_length=200)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    document = DocumentChooserBlock(label=_("Document"), required=False)
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        label = _("Link")
        icon = "link"

    def clean(self, value: Mapping[str, Any]) -> Any:
        cleaned = super().clean(value)
        if sum(bool(cleaned.get(name)) for name in TARGETS) != 1:
            raise StructBlockValidationError(
                non_block_errors=[ValidationError(_("Choose exactly one: a page, a document or an address."))]
            )
        if cleaned.get("url") and not cleaned.get("text"):
            raise StructBlockValidationError(
                block_errors={"text": ValidationError(_("An address needs a text."))}
            )
        return cleaned


class LinkListBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)
    items = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        label = _("List of links")
        icon = "list-ul"


class CallToActionBlock(blocks.StructBlock):
    """One thing the reader is asked to do."""

    text = blocks.CharBlock(label=_("Sentence"), max_length=300)
    link = LinkBlock(label=_("Link"))

    class Meta:
        label = _("Call to action")
        icon = "arrow-right"


LINK_BLOCKS = (("links", LinkListBlock()), ("call_to_action", CallToActionBlock()))
