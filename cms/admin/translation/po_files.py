"""What can be wrong with a PO file before wagtail-localize reads it."""

import polib
from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.admin.translation.questions import may_translate

HEADER = "X-WagtailLocalize-TranslationID"


def may_upload(request: HttpRequest, *, translation_id: int) -> str | None:
    """Reading translations from a file."""
    if objection := may_translate(request, translation_id=translation_id):
        return objection
    return problem_with_file(request) if request.method == "POST" else None


def problem_with_file(request: HttpRequest) -> str | None:
    upload = request.FILES.get("file")
    if upload is None:
        return _("Choose a PO file.")
    text = upload.read().decode(errors="replace")
    upload.seek(0)
    # polib takes text without a line break for the name of a file on this server.
    if "\n" not in text:
        return _("This is not a PO file.")
    try:
        metadata = polib.pofile(text).metadata
    except OSError:  # what polib raises for a syntax error
        return _("This is not a PO file.")
    if HEADER in metadata:
        return None
    return _("The file lacks the header %(header)s. Download it again and keep its first entry.") % {
        "header": HEADER
    }
