"""A table as rows of cells, so that every cell is a segment that a translator gets."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class TableBlock(blocks.StructBlock):
    """A table with a caption, a header row and rows of the same length."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=300)
    header = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Header"), min_num=1, max_num=12)
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(required=False, max_length=1000), label=_("Row"), min_num=1),
        label=_("Rows"),
        max_num=500,
    )
    first_column_is_header = blocks.BooleanBlock(
        label=_("The first column holds headers"), required=False, default=False
    )

    class Meta:
        label = _("Table")
        icon = "table"

    def clean(self, value: Mapping[str, Any]) -> Any:
        cleaned = super().clean(value)
        width = len(cleaned["header"])
        uneven = [number for number, row in enumerate(cleaned["rows"], start=1) if len(row) != width]
        if uneven:
            message = _("Every row needs as many cells as the header; see row %(rows)s.")
            raise StructBlockValidationError(
                non_block_errors=[ValidationError(message % {"rows": ", ".join(map(str, uneven))})]
            )
        return cleaned


TABLE_BLOCKS = (("table", TableBlock()),)
