"""Organisations of activities: named and chosen through the networks plugin, else kept by their keys."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from ..models import Activity, ActivityOrganisation
from .making import make_activity
from .test_forms import EMPTY

INVOLVED = """query ($locale: LocaleCode!) { timelinesActivities(locale: $locale) { nodes {
  key organisations { role organisationKey name nameLanguage }
} } }"""
MINISTRY = "min_industry"


@pytest.fixture
def ministry(bilingual_site):
    """A ministry that was renamed in 2011."""
    organisation = apps.get_model("networks", "Organisation")
    name = apps.get_model("networks", "OrganisationName")
    record = organisation(
        key=MINISTRY,
        kind="body",
        names=[
            name(text="Sanayi ve Ticaret Bakanlığı", language="tr", kind="former", valid_to="2011"),
            name(text="Sanayi ve Teknoloji Bakanlığı", language="tr", kind="official", valid_from="2018"),
        ],
    )
    record.save()
    return record


def make_involving(key, when="", **facts):
    organisers = [
        ActivityOrganisation(organisation_key=MINISTRY),
        ActivityOrganisation(organisation_key="gone"),
    ]
    return make_activity(key, when, organisations=organisers, **facts)


def told_by_key(answer, key):
    (found,) = (node for node in answer["data"]["timelinesActivities"]["nodes"] if node["key"] == key)
    return [(each["organisationKey"], each["name"], each["nameLanguage"]) for each in found["organisations"]]


def test_organisation_bears_the_name_it_had_when_the_activity_was(ministry, ask):
    make_involving("then", "2010-04-06")
    make_involving("now", "2020")

    told = ask(INVOLVED, locale="EN")

    assert [told_by_key(told, key) for key in ("then", "now")] == [
        [(MINISTRY, "Sanayi ve Ticaret Bakanlığı", "TR"), ("gone", None, None)],
        [(MINISTRY, "Sanayi ve Teknoloji Bakanlığı", "TR"), ("gone", None, None)],
    ]


@pytest.fixture
def without_networks():
    ContentType.objects.clear_cache()
    apps.get_app_config("networks").enabled = False
    yield
    apps.get_app_config("networks").enabled = True


def test_without_the_networks_plugin_keys_remain(ministry, ask, without_networks):
    make_involving("then", "2010-04-06")

    assert told_by_key(ask(INVOLVED, locale="TR"), "then") == [(MINISTRY, None, None), ("gone", None, None)]


@pytest.mark.parametrize("how_many", [1, 10])
def test_names_of_many_at_many_dates_cost_the_same(ministry, ask, django_assert_num_queries, how_many):
    for number in range(how_many):
        make_involving(f"a{number}", f"{2001 + number}")
    ask(INVOLVED, locale="TR")

    with django_assert_num_queries(7):
        ask(INVOLVED, locale="TR")


def rows_typed(*keys):
    rows = {"organisations-TOTAL_FORMS": str(len(keys))}
    for number, key in enumerate(keys):
        rows |= {f"organisations-{number}-role": "organiser", f"organisations-{number}-organisation_key": key}
        rows[f"organisations-{number}-ORDER"] = str(number + 1)
    return rows


def test_editor_chooses_organisations_and_a_key_that_is_not_in_the_list_stays(ministry, admin_client):
    typed = {**EMPTY, **rows_typed(str(ministry.pk), "key:gone", "typed"), "action-publish": "1"}
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"

    admin_client.post(reverse("wagtailsnippets_timelines_activity:add"), typed)

    activity = Activity.objects.get()
    edit = reverse("wagtailsnippets_timelines_activity:edit", args=[activity.pk])
    shown = admin_client.get(edit).content.decode()
    assert [row.organisation_key for row in activity.organisations.all()] == [MINISTRY, "gone", "typed"]
    assert "gone (not in the list of organisations)" in shown
    assert reverse("wagtailsnippetchoosers_networks_organisation:choose") in shown
