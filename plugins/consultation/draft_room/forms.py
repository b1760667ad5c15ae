"""What an editor gives when provisions are brought in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..draft_wording import BASIS_LABELS, choices
from ..drafts.recognising import Line
from ..drafts.sources import SourceRefused, lines_of_docx, lines_of_html, lines_of_text
from ..drafts.vocabulary import Basis

SALT = "consultation.draft_source"
REFUSALS: dict[str, Promise] = {
    "too_large": _("The source is too large. Bring in the draft without its pictures, or paste its text."),
    "too_long": _("The source has more lines than a draft. Bring in the draft alone."),
    "too_deep": _("The HTML is nested too deeply. Paste the text instead."),
    "bomb": _("The file unpacks to something that no draft is, and was not opened. Save it anew in Word."),
    "not_docx": _("The file is no Word document that can be read. Save it as .docx, or paste its text."),
}


class SourceForm(forms.Form):
    """A text in one language, typed or as a file; `lines` after it was found to be right."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    basis = forms.ChoiceField(label=_("What the text rests on"), choices=choices(BASIS_LABELS))
    text = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("A line for each heading, article, paragraph and clause, with its number as printed."),
    )
    file = forms.FileField(
        label=_("or a file"), required=False, help_text=_("Word (.docx), HTML (.html) or plain text (.txt).")
    )

    lines: list[Line]

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean() or {})
        text, file = cleaned.get("text"), cleaned.get("file")
        if bool(text) == bool(file):
            raise ValidationError(gettext("Give either a text or a file."), code="one_source")
        try:
            self.lines = lines_of_file(file) if file else lines_of_text(text or "")
        except SourceRefused as refusal:
            raise ValidationError(str(REFUSALS[refusal.code]), code=refusal.code) from None
        if not any(line.text.strip() for line in self.lines):
            raise ValidationError(gettext("There is no text in it."), code="empty")
        return cleaned


def lines_of_file(file: Any) -> list[Line]:  # Any: Django's uploaded file
    """Return the lines of an uploaded file, by the end of its name. Raises SourceRefused."""
    name, content = file.name.lower(), file.read()
    if name.endswith((".html", ".htm")):
        return lines_of_html(content.decode("utf-8", "replace"))
    if name.endswith(".txt"):
        return lines_of_text(content.decode("utf-8-sig", "replace"))
    return lines_of_docx(content)


class ConfirmForm(forms.Form):
    """What was previewed, sealed so that what is stored is what was seen."""

    source = forms.CharField(widget=forms.HiddenInput)

    @classmethod
    def sealed(cls, lines: list[Line], *, language: str, basis: str) -> ConfirmForm:
        """Return the form with everything in it."""
        rows = [[line.text, line.html, line.is_table] for line in lines]
        return cls(initial={"source": signing.dumps([language, basis, rows], salt=SALT, compress=True)})

    def clean_source(self) -> tuple[str, Basis, list[Line]]:
        try:
            language, basis, rows = signing.loads(self.cleaned_data["source"], salt=SALT, max_age=24 * 3600)
        except signing.BadSignature:
            raise ValidationError(gettext("The preview is too old. Bring the text in again.")) from None
        return language, Basis(basis), [Line(*row) for row in rows]
