"""What the parts and states of a draft are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .drafts.vocabulary import Basis, Kind, Relation, VersionState

KIND_LABELS: dict[str, Promise] = {
    Kind.PREAMBLE: _("Preamble"),
    Kind.PART: pgettext_lazy("of a draft", "Part"),
    Kind.SECTION: pgettext_lazy("of a draft", "Section"),
    Kind.ARTICLE: pgettext_lazy("of a draft", "Article"),
    Kind.PARAGRAPH: pgettext_lazy("of a draft", "Paragraph"),
    Kind.CLAUSE: pgettext_lazy("of a draft", "Clause"),
    Kind.SUBCLAUSE: pgettext_lazy("of a draft", "Sub-clause"),
    Kind.ANNEX: pgettext_lazy("of a draft", "Annex"),
    Kind.TABLE: pgettext_lazy("of a draft", "Table"),
}
BASIS_LABELS: dict[str, Promise] = {
    Basis.ORIGINAL: _("Original text"),
    Basis.OFFICIAL_TRANSLATION: _("Official translation"),
    Basis.COURTESY: _("Courtesy translation"),
    Basis.MACHINE: _("Machine translation"),
}
RELATION_LABELS: dict[str, Promise] = {
    Relation.SAME: _("Unchanged"),
    Relation.MODIFIED: _("Text changed"),
    Relation.MOVED: _("Moved"),
    Relation.RENUMBERED: _("Renumbered"),
    Relation.SPLIT: _("Split"),
    Relation.MERGED: _("Merged"),
    Relation.ADDED: _("Added"),
    Relation.DELETED: _("Deleted"),
}
VERSION_STATE_LABELS: dict[str, Promise] = {
    VersionState.DRAFT: _("In preparation"),
    VersionState.PUBLISHED: pgettext_lazy("version of the draft", "Published"),
    VersionState.SUPERSEDED: _("Superseded by a later version"),
    VersionState.FINAL: _("Final version"),
}


def choices(labels: dict[str, Promise]) -> list[tuple[str, Promise]]:
    """Return labels as Django's choices, with plain text that migrations can write down."""
    return [(str(code), label) for code, label in labels.items()]
