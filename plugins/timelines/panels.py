"""The editor's tabs of an activity."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from .forms import ActivityForm
from .organisation_widget import organisation_input

WHEN = [
    MultiFieldPanel(
        [
            FieldPanel("start"),
            FieldRowPanel([FieldPanel("start_part"), FieldPanel("start_certainty")]),
            FieldPanel("temporal_mode"),
            HelpPanel(template="timelines/admin/preview.html"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("time_zone")]),
            FieldPanel("start_source"),
        ],
        heading=_("Date"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("end_state"),
            FieldPanel("end"),
            FieldRowPanel([FieldPanel("end_part"), FieldPanel("end_certainty")]),
            FieldPanel("end_source"),
            FieldPanel("starts_open"),
        ],
        heading=_("End"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("duration"), FieldPanel("duration_is_approximate")]),
            FieldPanel("duration_anchor"),
        ],
        heading=_("Length of time"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldPanel("actual_date"),
            FieldRowPanel([FieldPanel("actual_date_part"), FieldPanel("actual_date_source")]),
        ],
        heading=_("What became of the plan"),
        classname="collapsed",
    ),
    FieldRowPanel([FieldPanel("after"), FieldPanel("order_hint")]),
    InlinePanel("relations", label=_("Relation"), heading=_("Part of, caused by")),
]

ACTIVITY = TabbedInterface(
    [
        ObjectList([FieldRowPanel([FieldPanel("key"), FieldPanel("kind")]), *WHEN], heading=_("When")),
        ObjectList(
            [
                InlinePanel(
                    "organisations",
                    panels=[
                        FieldPanel("role"),
                        FieldPanel("organisation_key", widget=organisation_input()),
                        FieldPanel("asserted_by"),
                    ],
                    label=_("Organisation"),
                    heading=_("Organisations"),
                ),
                FieldPanel("asserted_by"),
            ],
            heading=_("Who"),
        ),
        ObjectList(
            [
                FieldPanel("page"),
                FieldPanel("consultation_key"),
                InlinePanel("documents", label=_("Document"), heading=_("Documents")),
                PublishingPanel(),
            ],
            heading=_("Page and documents"),
        ),
    ],
    base_form_class=ActivityForm,
)
