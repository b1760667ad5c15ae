"""What is not public does not exist for readers, by any path."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.api import global_id
from cms.testing.factories import make_page

from ..models import ConsultationPage
from .making import PAST, make_consultation, make_document, make_pages

BY_EVERY_PATH = """
query ($path: String!, $id: ID!) {
  list: consultationConsultations(locale: TR) { totalCount nodes { title } }
  closed: consultationConsultations(locale: TR, state: CLOSED) { totalCount nodes { title } }
  byKey: consultationConsultation(locale: TR, key: "protocol") { title }
  bySlug: consultationConsultation(locale: TR, slug: "tr-protocol") { title }
  byId: consultationConsultation(locale: TR, id: $id) { title }
  page(id: $id) { title }
  route(path: $path) { __typename }
}
"""
NOTHING = {
    "list": {"totalCount": 0, "nodes": []},
    "closed": {"totalCount": 0, "nodes": []},
    "byKey": None,
    "bySlug": None,
    "byId": None,
    "page": None,
}


@pytest.fixture
def page(bilingual_site):
    return make_pages(bilingual_site, make_consultation("protocol", PAST))[0]


@pytest.fixture
def ask_everywhere(ask, page):
    return lambda: ask(BY_EVERY_PATH, path="/tr/tr-protocol/", id=global_id(page))["data"]


def test_public_consultation_is_found_by_every_path(ask_everywhere):
    answer = ask_everywhere()

    assert answer["route"] == {"__typename": "RoutePage"}
    assert all(answer[name] for name in NOTHING)


def test_private_consultation_is_found_by_no_path(page, ask_everywhere):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert ask_everywhere() == {**NOTHING, "route": None}


def test_unpublished_consultation_is_only_known_to_be_gone(page, ask_everywhere):
    page.unpublish()

    assert ask_everywhere() == {**NOTHING, "route": {"__typename": "RouteGone"}}


def test_draft_that_was_never_published_is_found_by_no_path(bilingual_site, ask):
    consultation = make_consultation("protocol", PAST)
    draft = make_page(
        bilingual_site.turkish, ConsultationPage, live=False, slug="tr-protocol", consultation=consultation
    )

    answer = ask(BY_EVERY_PATH, path="/tr/tr-protocol/", id=global_id(draft))

    assert answer == {"data": {**NOTHING, "route": None}}


def test_words_of_a_draft_revision_are_not_shown(page, ask):
    page.purpose = "GİZLİ"
    page.save_revision()

    answer = ask('{ consultationConsultation(locale: TR, key: "protocol") { purpose } }')

    assert answer == {"data": {"consultationConsultation": {"purpose": None}}}


def test_consultation_without_dates_is_in_no_list_and_its_page_names_no_state(bilingual_site, ask):
    make_pages(bilingual_site, make_consultation("protocol"))
    query = """
    { list: consultationConsultations(locale: TR) { totalCount }
      byKey: consultationConsultation(locale: TR, key: "protocol") { title }
      route(path: "/tr/tr-protocol/") {
        ... on RoutePage { page { ... on ConsultationPage { state { code } } } }
      }
    }
    """

    answer = ask(query)["data"]

    assert answer == {"list": {"totalCount": 0}, "byKey": None, "route": {"page": {"state": None}}}


def test_page_in_one_language_only_is_not_shown_in_the_other(bilingual_site, ask):
    make_page(bilingual_site.turkish, ConsultationPage, consultation=make_consultation("protocol", PAST))
    query = """
    query ($locale: LocaleCode!) {
      list: consultationConsultations(locale: $locale) { totalCount }
      byKey: consultationConsultation(locale: $locale, key: "protocol") { title }
    }
    """

    assert ask(query, locale="EN")["data"] == {"list": {"totalCount": 0}, "byKey": None}


def test_older_draft_never_stands_in_for_a_private_newer_one(bilingual_site, ask):
    private = Collection.get_first_root_node().add_child(name="Gizli")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    documents = [make_document("Taslak 1"), make_document("Taslak 2", collection=private)]
    make_pages(bilingual_site, make_consultation("protocol", PAST, documents=documents))
    query = """
    { consultationConsultation(locale: TR, key: "protocol") {
        draftLanguages draft { number } earlierDrafts { number document { title } } } }
    """

    answer = ask(query)["data"]["consultationConsultation"]

    assert answer == {
        "draftLanguages": [],
        "draft": None,
        "earlierDrafts": [{"number": 1, "document": {"title": "Taslak 1"}}],
    }
