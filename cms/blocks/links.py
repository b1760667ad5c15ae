"""Blocks that lead somewhere: list of links, call to action."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

TARGETS = ("page", "document", "url")


MAIL, PHONE = "mailto:", "tel:"
is_mail = EmailValidator(_("Give a mail address after mailto:, for example mailto:info@example.org."))
is_phone = RegexValidator(
    r"^\+?[0-9][0-9 ().-]{2,24}\Z", _("Give a number after tel:, for example tel:+90 312 000 00 00.")
)
is_web = URLValidator(schemes=["http", "https"])


def check_address(value: str) -> None:
    """Accept an address of the web, a mail address or a telephone number. Raises ValidationError."""
    if value.startswith(MAIL):
        is_mail(value.removeprefix(MAIL))
    elif value.startswith(PHONE):
        is_phone(value.removeprefix(PHONE))
    else:
        is_web(value)


class AddressField(forms.URLField):
    """An address of the web, or one that begins with mailto: or tel:."""

    default_validators = [check_address]

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip()
        return text if text.startswith((MAIL, PHONE)) else str(super().to_python(value))


class AddressBlock(blocks.URLBlock):
    """An address as AddressField takes it. An URLBlock, because translations treat those apart from words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given: forms.Field = self.field
        self.field: forms.Field = AddressField(
            required=given.required, help_text=given.help_text, assume_scheme="https"
        )


class LinkBlock(blocks.StructBlock):
    """A text with exactly one target: a page, a document or an address."""

    text = blocks.CharBlock(label=_("Text"), required=False, max_length=200)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    document = DocumentChooserBlock(label=_("Document"), required=False)
    url = AddressBlock(
        label=_("Address"), required=False, help_text=_("Of the web, or beginning with mailto: or tel:.")
    )

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
