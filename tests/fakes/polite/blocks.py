"""The body block."""

from wagtail import blocks

BLOCKS = (("polite_greeting", blocks.CharBlock()),)
