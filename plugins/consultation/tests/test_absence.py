"""The plugin while it is disabled: no trace of it for readers and editors, and its content stays."""

import re

import pytest
from django.apps import apps

from cms.testing.absence import ask_without, schema_without, viewsets_without
from cms.testing.factories import make_page

from ..models import Consultation, ConsultationPage
from .making import PAST, make_consultation, make_document, make_pages

BY_CORE_FIELDS = """
{
  route(path: "/tr/tr-protocol/") { __typename }
  site(locale: TR) { homePage { children { totalCount nodes { title } } } }
}
"""


@pytest.fixture
def page(bilingual_site):
    make_page(bilingual_site.turkish, title="Yazı")
    consultation = make_consultation(
        "protocol", PAST, documents=[make_document("Taslak")], roles=[("initiator", "ministry")]
    )
    return make_pages(bilingual_site, consultation, purpose="görüş")[0]


def test_schema_of_the_others_does_not_know_the_plugin():
    schema = schema_without("consultation")

    assert (
        re.findall(r"^(?:type|interface|union|enum|input|scalar) Consultation\w*", schema, re.MULTILINE) == []
    )
    assert not any(line.startswith("  consultation") for line in root_fields(schema))


def root_fields(schema):
    """Return the lines of the root types; other plugins may well name a consultation by its key."""
    return [
        line
        for root in re.findall(r"^type (?:Query|Mutation) \{\n(.*?)^\}", schema, re.MULTILINE | re.DOTALL)
        for line in root.splitlines()
    ]


def test_pages_of_the_disabled_plugin_are_not_served(page):
    answer = ask_without("consultation", BY_CORE_FIELDS)

    assert answer == {
        "data": {
            "route": None,
            "site": {"homePage": {"children": {"totalCount": 1, "nodes": [{"title": "Yazı"}]}}},
        }
    }


def test_admin_pages_go_with_the_plugin():
    own = set(apps.get_app_config("consultation").contribute().viewsets)

    assert own
    assert own & set(viewsets_without("consultation")) == set()


def test_content_is_there_again_when_the_plugin_is(page, ask):
    ask_without("consultation", BY_CORE_FIELDS)
    query = '{ consultationConsultation(locale: TR, key: "protocol") { purpose draft { number } } }'

    answer = ask(query)

    assert answer == {"data": {"consultationConsultation": {"purpose": "görüş", "draft": {"number": 1}}}}
    assert (Consultation.objects.count(), ConsultationPage.objects.count()) == (1, 2)
