"""The page of a consultation in one language: its words, and nothing that another version must repeat."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField

from cms.api import BasePage, BodyPage, edit_handler

from ..forms import ConsultationPageForm
from .roles import RoleName


class ConsultationPage(BodyPage):
    """A consultation as told in one language. The facts come from the consultation that it belongs to."""

    consultation = models.ForeignKey(
        "consultation.Consultation",
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("consultation"),
        help_text=_("The same for every language version of this page."),
    )
    purpose = models.CharField(
        _("what was asked for"), max_length=255, blank=True, help_text=_("In the words of this language.")
    )
    recipients = models.CharField(
        _("who was asked"), max_length=255, blank=True, help_text=_("In the words of this language.")
    )
    how_to_respond = models.TextField(
        _("how to respond"), blank=True, help_text=_("Empty where nobody can, or where it is not known.")
    )

    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("consultation", overridable=False),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage", "cms.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = ConsultationPageForm
    search_fields = [
        *BodyPage.search_fields,
        index.SearchField("purpose"),
        index.SearchField("recipients"),
        index.SearchField("how_to_respond"),
    ]
    consultation_panels: ClassVar[list[Any]] = [
        FieldPanel("consultation"),
        FieldPanel("purpose"),
        FieldPanel("recipients"),
        FieldPanel("how_to_respond"),
        InlinePanel("role_wordings", label=_("Role"), heading=_("Roles in the words of this language")),
    ]
    edit_handler = edit_handler(BodyPage.content_panels)
    edit_handler.children.insert(1, ObjectList(consultation_panels, heading=_("Consultation")))

    class Meta:
        verbose_name = _("consultation page")
        verbose_name_plural = _("consultation pages")

    def clean(self) -> None:
        super().clean()
        if self.consultation_id is None:
            return
        versions = ConsultationPage.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        if versions.exclude(consultation=self.consultation_id).exists():
            raise ValidationError(
                {"consultation": _("Another language version belongs to another one. Choose the same.")}
            )


class RoleWording(TranslatableMixin, Orderable):
    """How one language version names who had a role, and what it says of their part."""

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="role_wordings")
    role = models.CharField(_("role"), max_length=12, choices=RoleName.choices)
    name = models.CharField(_("name"), max_length=255, blank=True)
    part = models.CharField(
        _("their part"), max_length=255, blank=True, help_text=_("In the words of this language.")
    )

    translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        SynchronizedField("role"),
        TranslatableField("name"),
        TranslatableField("part"),
    ]
    panels = [FieldPanel("role"), FieldPanel("name"), FieldPanel("part")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("wording of a role")
        verbose_name_plural = _("wordings of roles")
        constraints = [models.UniqueConstraint(fields=["page", "role"], name="one_wording_a_role")]

    def __str__(self) -> str:
        return f"{self.role}: {self.name or self.part}"
