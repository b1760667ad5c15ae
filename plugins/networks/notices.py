"""Sentences that tell a reader what a name is worth, in the reader's language."""

from django.utils import translation
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from plugins.networks.naming import Name
from plugins.networks.vocabulary import NameKind


def notice(name: Name, *, reader: str) -> str:
    """Return what readers of a language should know about the name; empty when it needs no remark."""
    with translation.override(reader):
        return "; ".join(_remarks(name, reader))


def _remarks(name: Name, reader: str) -> list[str]:
    remarks = []
    if name.kind == NameKind.DESCRIPTIVE:
        remarks.append(_("descriptive name, not an official one"))
    if name.kind == NameKind.FORMER:
        remarks.append(_("former name"))
    if name.language != reader:
        language = get_language_info(name.language)["name_translated"]
        remarks.append(_("language of the name: %(language)s") % {"language": language})
    return remarks
