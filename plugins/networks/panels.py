"""The editor's tabs of a record."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from plugins.networks.forms import OrganisationForm

ORGANISATION = TabbedInterface(
    [
        ObjectList(
            [
                FieldPanel("key"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("body_type"), FieldPanel("status")]),
                InlinePanel("identifiers", label=_("Identifier"), heading=_("Identifiers in registers")),
                InlinePanel("names", label=_("Name"), heading=_("Names, in every language"), min_num=1),
            ],
            heading=_("Names"),
        ),
        ObjectList(
            [
                InlinePanel(
                    "events",
                    label=_("Event"),
                    heading=_("Founding, end and other events"),
                    help_text=_("Where sources disagree, give each date; none has to win."),
                )
            ],
            heading=_("Dates"),
        ),
        ObjectList(
            [
                FieldPanel("concepts", widget=forms.CheckboxSelectMultiple),
                FieldPanel("service_languages"),
            ],
            heading=_("Subjects and services"),
        ),
        ObjectList(
            [
                FieldPanel("country"),
                FieldPanel("scope_words"),
                InlinePanel("places", label=_("Place"), heading=_("Where it works, in codes")),
            ],
            heading=_("Places"),
        ),
        ObjectList(
            [InlinePanel("relations", label=_("Relation"), heading=_("How it belongs to others"))],
            heading=_("Relations"),
        ),
        ObjectList(
            [
                InlinePanel("links", label=_("Link"), heading=_("Addresses on the web")),
                FieldPanel("confidence"),
                InlinePanel("sources", label=_("Source"), heading=_("What the record rests on")),
                FieldPanel("review_months"),
                FieldPanel("note"),
                PublishingPanel(),
            ],
            heading=_("Links and sources"),
        ),
    ],
    base_form_class=OrganisationForm,
)
