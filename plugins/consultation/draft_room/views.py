"""The pages on which editors bring provisions in, link versions and publish."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..draft_wording import KIND_LABELS, RELATION_LABELS, choices
from ..drafts.aligning import align
from ..drafts.diffing import word_diff
from ..drafts.recognising import Line, recognise
from ..drafts.vocabulary import Relation
from ..models import DraftRendition, DraftVersion, ProvisionLink, ProvisionText
from .forms import ConfirmForm, SourceForm
from .publishing import add_renditions_of_document, obstacles, publish
from .storing import confirm_links, fits, propose_links, provisions_of, store_provisions, store_translation

NAMESPACE = "consultation_drafts"


class DraftPage(WagtailAdminTemplateMixin, TemplateView):
    """A page of the drafts' room; whoever may change consultations may use it."""

    page_title: str | Promise = gettext_lazy("Drafts")
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("consultation.change_consultation"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(f"{NAMESPACE}:index"), "label": _("Drafts")},
        ]


class IndexView(DraftPage):
    template_name = "consultation/drafts/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = DraftVersion.objects.select_related("consultation", "document")
        ordered = versions.order_by("consultation__key", "-number")
        return {**super().get_context_data(**kwargs), "versions": ordered}


class VersionPage(DraftPage):
    """A page about one version."""

    version: DraftVersion

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        versions = DraftVersion.objects.select_related("consultation", "document")
        self.version = get_object_or_404(versions, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return f"{self.version.consultation} · {self.version}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "version": self.version}

    def to_version(self) -> HttpResponse:
        return redirect(f"{NAMESPACE}:version", self.version.pk)


class VersionView(VersionPage):
    """What a version holds and what it still needs; publishing it, with a box to tick."""

    template_name = "consultation/drafts/version.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        provisions = self.version.provisions.prefetch_related("texts").select_related("parent")
        return {
            **super().get_context_data(**kwargs),
            "renditions": self.version.renditions.select_related("document"),
            "provisions": provisions,
            "obstacles": [] if self.version.is_published else list(obstacles(self.version)),
            "has_links": ProvisionLink.objects.filter(to_version=self.version).exists(),
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.POST.get("what") == "languages":
            add_renditions_of_document(self.version)
        elif request.POST.get("confirmed") != "on":
            messages.error(request, _("Tick that you know: a published version never changes."))
        else:
            self.publish(request)
        return self.to_version()

    def publish(self, request: HttpRequest) -> None:
        try:
            publish(self.version)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Version %(number)d is published.") % {"number": self.version.number})


class ImportView(VersionPage):
    """Bringing provisions in: first a preview of what was recognised, then the storing of exactly that."""

    template_name = "consultation/drafts/import.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.version.is_published:
            messages.error(request, _("A published version never changes."))
            return self.to_version()
        return super().dispatch(request, *args, **kwargs)

    @property
    def counting_language(self) -> str:
        return self.version.consultation.authoritative_language

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = SourceForm(initial={"language": self.counting_language})
        return {"form": form, **super().get_context_data(**kwargs)}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.store(request) if "source" in request.POST else self.preview(request)

    def preview(self, request: HttpRequest) -> HttpResponse:
        form = SourceForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        language = form.cleaned_data["language"]
        if language != self.counting_language and not self.version.provisions.exists():
            form.add_error("language", _("Bring in the text in the language that counts first."))
            return self.render_to_response(self.get_context_data(form=form))
        sealed = ConfirmForm.sealed(form.lines, language=language, basis=form.cleaned_data["basis"])
        shown = self.previewed(form.lines, language)
        return self.render_to_response(self.get_context_data(form=None, sealed=sealed, **shown))

    def previewed(self, lines: list[Line], language: str) -> dict[str, Any]:
        found = recognise(lines)
        rows = [{**vars(each), "kind_label": KIND_LABELS[each.kind]} for each in found]
        told: dict[str, Any] = {"found": rows, "unrecognised": sum(not each.is_recognised for each in found)}
        if language == self.counting_language:
            return told
        return {**told, "alignment": align(provisions_of(self.version, self.counting_language), found)}

    def store(self, request: HttpRequest) -> HttpResponse:
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(str(each) for each in form.errors["source"]))
            return redirect(request.path)
        language, basis, lines = form.cleaned_data["source"]
        counts = language == self.counting_language
        with transaction.atomic():
            DraftRendition.objects.update_or_create(
                version=self.version, language=language, defaults={"basis": basis, "is_authoritative": counts}
            )
            if counts:
                store_provisions(self.version, recognise(lines))
            else:
                store_translation(self.version, recognise(lines), language=language)
        messages.success(request, _("The provisions are stored."))
        return self.to_version()


class LinksView(VersionPage):
    """How the provisions of the version before go on in this one."""

    template_name = "consultation/drafts/links.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "rows": self.rows()}

    def rows(self) -> list[dict[str, Any]]:
        ends = ("from_provision", "to_provision")
        links = list(ProvisionLink.objects.filter(to_version=self.version).select_related(*ends))
        texts = self.texts(links)
        return [
            {
                "link": link,
                "passages": word_diff(
                    *(texts.get(pk, "") for pk in (link.from_provision_id, link.to_provision_id))
                ),
                "choices": [each for each in choices(RELATION_LABELS) if suits(link, each[0])],
            }
            for link in links
        ]

    def texts(self, links: list[ProvisionLink]) -> dict[int | None, str]:
        ids = {pk for link in links for pk in (link.from_provision_id, link.to_provision_id)}
        language = self.version.consultation.authoritative_language
        texts = ProvisionText.objects.filter(provision__in=ids - {None}, language=language)
        return {each.provision_id: f"{each.heading} {each.text}".strip() for each in texts}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if "propose" in request.POST:
            propose_links(self.version)
            return redirect(request.path)
        chosen = {
            int(name.removeprefix("relation-")): str(value)
            for name, value in request.POST.items()
            if name.startswith("relation-") and name.removeprefix("relation-").isdecimal()
        }
        try:
            with transaction.atomic():
                confirm_links(self.version, chosen)
        except ValueError as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        messages.success(request, _("The links are confirmed."))
        return self.to_version()


def suits(link: ProvisionLink, relation: str) -> bool:
    """Whether a link may have this relation."""
    ends = {"from_provision_id": link.from_provision_id, "to_provision_id": link.to_provision_id}
    return fits(ProvisionLink(relation=Relation(relation), **ends))
