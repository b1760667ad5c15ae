"""Admin pages of the registry: taking in a CSV file with a preview, and inviting a list to a round."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, dumps, loads
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..models import Invitation, Round, StakeholderList
from .csv_lists import Preview, UnreadableList, preview, take_in
from .inviting import Letter, invite, send_invitations

LARGEST_FILE = 2_000_000
SALT = "plugins.consultation.people.csv"


class FileForm(forms.Form):
    """The file, and the list that its stakeholders go onto."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "The first row says what stands in each column: Kurum adı, Tür, Dil, İlgili kişi, E-posta, Birim."
        ),
    )
    onto = forms.ModelChoiceField(
        StakeholderList.objects.all(), required=False, label=gettext_lazy("Put them on this list")
    )

    def clean_file(self) -> Any:  # Any: Django's uploaded file
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 2 MB. Divide it."))
        return file


class InviteForm(forms.Form):
    """Whom to invite to which round, by which letter."""

    round = forms.ModelChoiceField(
        Round.objects.none(), label=gettext_lazy("Round"), help_text=gettext_lazy("Rounds that are not over.")
    )
    stakeholders = forms.ModelChoiceField(
        StakeholderList.objects.all(), label=gettext_lazy("List of stakeholders")
    )
    letter_number = forms.CharField(label=gettext_lazy("Number of the letter"), max_length=80, required=False)
    letter_date = forms.DateField(
        label=gettext_lazy("Date of the letter"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    send_now = forms.BooleanField(
        label=gettext_lazy("Send the invitations by mail now"),
        required=False,
        help_text=gettext_lazy("Otherwise they wait until you send them."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming = Round.objects.filter(closes_at__gt=timezone.now()).select_related("consultation")
        self.fields["round"].queryset = coming.order_by("closes_at")  # type: ignore[attr-defined]  # of a ModelChoiceField
        self.fields["round"].label_from_instance = lambda each: f"{each.consultation} · {each}"  # type: ignore[attr-defined]  # as above


def import_list(request: HttpRequest) -> HttpResponse:
    """Show what a file would do, and on a second click do it. The file travels in the page, signed."""
    require(request, "consultation.add_stakeholder", "consultation.change_stakeholderlist")
    if "confirmed" in request.POST:
        return confirmed_import(request)
    form = FileForm(request.POST or None, request.FILES or None)
    found, packed = Preview(), ""
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            found = preview(content)
            onto = form.cleaned_data["onto"]
            packed = dumps(
                {"text": content.decode("latin-1"), "onto": onto.pk if onto else None},
                salt=SALT,
                compress=True,
            )
        except UnreadableList as problem:
            form.add_error("file", str(problem))
    return page(request, "import", {"form": form, "found": found, "packed": packed}, _("Import stakeholders"))


def confirmed_import(request: HttpRequest) -> HttpResponse:
    try:
        given = loads(request.POST["confirmed"], salt=SALT, max_age=3600)
    except BadSignature:
        messages.error(request, _("The preview is older than an hour. Choose the file again."))
        return redirect("consultation_people:import")
    onto = StakeholderList.objects.filter(pk=given["onto"]).first()
    rows = preview(given["text"].encode("latin-1")).rows
    added = take_in(rows, onto)
    told = ngettext("%(count)d new stakeholder.", "%(count)d new stakeholders.", added) % {"count": added}
    messages.success(request, told)
    return redirect(reverse("wagtailsnippets_consultation_stakeholder:list"))


def invite_list(request: HttpRequest) -> HttpResponse:
    """Invite everybody on a list who is not invited yet."""
    require(request, "consultation.add_invitation")
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        letter = Letter(given["letter_number"], given["letter_date"])
        stakeholders = given["stakeholders"].stakeholders.prefetch_related("contacts")
        made = invite(given["round"], stakeholders, letter=letter)
        sent = 0
        if given["send_now"]:
            mine = Invitation.objects.filter(pk__in=[each.pk for each in made])
            sent = send_invitations(mine, now=timezone.now())
        messages.success(
            request,
            _("%(made)d invitations were made; %(sent)d go out by mail.") % {"made": len(made), "sent": sent},
        )
        return redirect(reverse("wagtailsnippets_consultation_invitation:list"))
    return page(request, "invite", {"form": form}, _("Invite a list"))


def require(request: HttpRequest, *permissions: str) -> None:
    if not request.user.has_perms(permissions):
        raise PermissionDenied


def page(
    request: HttpRequest, name: str, context: dict[str, Any], title: str
) -> HttpResponse:  # Any: template
    return render(
        request, f"consultation/people/{name}.html", {**context, "page_title": title, "header_title": title}
    )
