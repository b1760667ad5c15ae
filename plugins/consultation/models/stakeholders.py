"""Those who can be asked: institutions and people, kept once and put on lists for every consultation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from cms.api import sort_key


class Stakeholder(index.Indexed, ClusterableModel):
    """An institution, or a person, that opinions can be asked of."""

    class Category(models.TextChoices):
        PUBLIC = "public", _("Public institution")
        MUNICIPALITY = "municipality", _("Municipality")
        UNIVERSITY = "university", _("University or research")
        CHAMBER = "chamber", _("Chamber or professional body")
        ASSOCIATION = "association", _("Association, foundation or union")
        COMPANY = "company", pgettext_lazy("stakeholder", "Company")
        INTERNATIONAL = "international", _("International organisation")
        PERSON = "person", pgettext_lazy("stakeholder", "Person")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=255, unique=True)
    category = models.CharField(
        _("category"), max_length=16, choices=Category.choices, default=Category.OTHER
    )
    language = models.CharField(
        _("language of letters"),
        max_length=12,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    organisation_key = models.SlugField(
        _("key of the organisation"),
        max_length=80,
        blank=True,
        help_text=_("As in the list of organisations, if it stands there."),
    )
    unit = models.CharField(
        _("responsible unit"), max_length=255, blank=True, help_text=_("Who of us is in touch with them.")
    )
    name_key = models.TextField(editable=False, db_index=True, default="")

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("category"),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("category"),
        FieldPanel("language"),
        FieldPanel("organisation_key"),
        FieldPanel("unit"),
        InlinePanel("contacts", label=_("Contact"), heading=_("Contacts: the first gets the letters")),
    ]

    class Meta:
        ordering = ["name_key"]
        verbose_name = _("stakeholder")
        verbose_name_plural = _("stakeholders")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it with its place in the Turkish alphabet, which databases do not know."""
        self.name_key = sort_key(self.name, language="tr")
        super().save(*args, **kwargs)

    @property
    def contact(self) -> StakeholderContact | None:
        """Who gets the letters: the first contact whose address still works."""
        return next((each for each in self.contacts.all() if each.bounced_at is None), None)


class StakeholderContact(models.Model):
    """An address at a stakeholder."""

    stakeholder = ParentalKey(Stakeholder, on_delete=models.CASCADE, related_name="contacts")
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)
    person = models.CharField(_("person or office"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail address"))
    bounced_at = models.DateTimeField(
        _("undeliverable since"), null=True, blank=True, help_text=_("Empty it once the address works again.")
    )

    panels = [FieldPanel("person"), FieldPanel("email"), FieldPanel("bounced_at")]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.person or self.stakeholder.name


class StakeholderList(ClusterableModel):
    """A list of stakeholders that can be invited together, again and again."""

    title = models.CharField(_("title"), max_length=255, unique=True)
    note = models.TextField(_("note"), blank=True, help_text=_("What this list is for."))
    stakeholders = ParentalManyToManyField(
        Stakeholder, blank=True, related_name="lists", verbose_name=_("stakeholders")
    )

    class Meta:
        ordering = ["title"]
        verbose_name = _("list of stakeholders")
        verbose_name_plural = _("lists of stakeholders")

    def __str__(self) -> str:
        return self.title
