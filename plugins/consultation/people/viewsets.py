"""The registry in the admin: stakeholders, lists, invitations, mails, and two pages to work with them."""

from __future__ import annotations

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ..models import Invitation, Notice, Stakeholder, StakeholderList
from . import delivering, views
from .delivering import InvitationIndexView


class StakeholderViewSet(SnippetViewSet):
    model = Stakeholder
    icon = "group"
    menu_label = _("Stakeholders")
    list_display = ("name", "category", "language", "unit")
    list_filter = ("category", "language")
    list_export = ("name", "category", "language", "unit")
    list_per_page = 50
    ordering = ("name_key",)


class StakeholderListViewSet(SnippetViewSet):
    model = StakeholderList
    icon = "list-ul"
    menu_label = _("Lists of stakeholders")
    list_display = ("title", "note")
    search_fields = ("title",)
    panels = [
        FieldPanel("title"),
        FieldPanel("note"),
        FieldPanel("stakeholders", widget=forms.CheckboxSelectMultiple),
    ]


class InvitationFilters(WagtailFilterSet):
    delivery = django_filters.MultipleChoiceFilter(
        label=_("Delivery"), choices=Invitation.Delivery.choices, widget=forms.CheckboxSelectMultiple
    )
    outcome = django_filters.MultipleChoiceFilter(
        label=_("Answer"), choices=Invitation.Outcome.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Invitation
        fields = ("round", "delivery", "outcome")


class InvitationViewSet(SnippetViewSet):
    """Invitations, by round. Codes are shown nowhere: they go out with letters alone."""

    model = Invitation
    icon = "mail"
    menu_label = _("Invitations")
    filterset_class = InvitationFilters
    index_view_class = InvitationIndexView
    list_display = ("stakeholder", "round", "delivery", "outcome", "sent_at", "first_opened_at")
    list_export = (
        "stakeholder",
        "round",
        "letter_number",
        "letter_date",
        "delivery",
        "sent_at",
        "bounced_at",
        "bounce_status",
        "first_opened_at",
        "outcome",
        "answered_at",
    )
    list_per_page = 50
    search_fields = ("stakeholder__name", "letter_number")
    copy_view_enabled = False
    panels = [
        FieldPanel("round"),
        FieldPanel("stakeholder"),
        FieldPanel("delegate_of"),
        FieldPanel("email"),
        FieldPanel("language"),
        MultiFieldPanel([FieldPanel("letter_number"), FieldPanel("letter_date")], heading=_("Letter")),
        FieldPanel("revoked_at"),
        MultiFieldPanel(
            [
                FieldPanel(name, read_only=True)
                for name in (
                    "delivery",
                    "sent_at",
                    "bounced_at",
                    "bounce_status",
                    "first_opened_at",
                    "outcome",
                    "answered_at",
                    "answer_note",
                )
            ],
            heading=_("What became of it"),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        return Invitation.objects.select_related("stakeholder", "round__consultation")


class NoticeViewSet(SnippetViewSet):
    """The ledger of mails. It holds no address and no text."""

    model = Notice
    icon = "history"
    menu_label = _("Mails")
    list_display = ("kind", "round", "state", "queued_at", "sent_at", "failure")
    list_filter = ("kind", "state")
    copy_view_enabled = False
    inspect_view_enabled = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Notice]:
        return Notice.objects.select_related("round__consultation")


class PeopleTools(ViewSet):
    """Taking in a list, inviting one, sending what waits, and new codes."""

    name = "consultation_people"
    url_prefix = "consultation/people"
    menu_label = _("Invite a list")
    icon = "mail"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", views.invite_list, name="index"),
            path("import/", views.import_list, name="import"),
            path("send/", delivering.send_unsent, name="send"),
            path("renew/<int:pk>/", delivering.renew, name="renew"),
        ]


class PeopleGroup(SnippetViewSetGroup):
    items = (StakeholderViewSet, StakeholderListViewSet, InvitationViewSet, NoticeViewSet, PeopleTools)
    menu_label = _("Stakeholders")
    menu_icon = "group"
    menu_name = "consultation_people"
    menu_order = 321


people = PeopleGroup()
