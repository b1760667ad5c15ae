"""Menus: a snippet for each language, edited as a list of entries."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Site, TranslatableMixin


class Menu(TranslatableMixin, ClusterableModel):
    """A menu of one site in one language. Frontends ask for it by its handle."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="menus", verbose_name=_("site"))
    handle = models.SlugField(_("handle"), help_text=_("What frontends ask for, for example main or footer."))
    title = models.CharField(_("title"), max_length=120)

    panels = [
        FieldPanel("site"),
        FieldPanel("handle"),
        FieldPanel("title"),
        InlinePanel("items", label=_("Entry"), heading=_("Entries")),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "handle", "locale"], name="one_menu_a_handle_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.title


class MenuItem(TranslatableMixin, Orderable):
    """An entry: a page of the site, or an address elsewhere. An empty label shows the page's title."""

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    url = models.URLField(_("address"), blank=True)
    label = models.CharField(_("label"), max_length=120, blank=True)

    panels = [PageChooserPanel("page"), FieldPanel("url"), FieldPanel("label")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")

    def __str__(self) -> str:
        return self.label or str(self.page or self.url)

    def clean(self) -> None:
        super().clean()
        if (self.page is None) == (not self.url):
            raise ValidationError(_("Choose a page or give an address, not both."))
        if self.page is None and not self.label:
            raise ValidationError({"label": _("An address needs a label.")})
