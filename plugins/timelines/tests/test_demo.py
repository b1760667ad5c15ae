"""The demonstration: the story of the source pages comes back in order, in both languages, as it is known."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from wagtail.models import Revision

from cms.testing.demo import seeded_demo

from ..models import Activity, ActivityText, TimelinePage

STORY = [
    ("shift_to_cleaner_production", "yaklaşık 30 yıldır", "for about 30 years"),
    ("ncpc_programme", "1994’ten günümüze", "1994 to present"),
    ("eco_efficiency_programme", "Haziran 2008 – 2011 (planlanan)", "June 2008 – 2011 (planned)"),
    ("programme_start", "Haziran 2008", "June 2008"),
    ("establishment_work_begins", "2009 sonları", "late 2009"),
    ("various_meetings", "tarihi bilinmiyor", "date unknown"),
    ("intensive_work", "2010 yılı boyunca", "throughout 2010"),
    ("meeting_2010_04_06", "6 Nisan 2010", "6 April 2010"),
    ("decisions_taken", "tarihi bilinmiyor", "date unknown"),
    ("draft_protocol_prepared", "tarihi bilinmiyor", "date unknown"),
    ("draft_protocol_sent", "tarihi bilinmiyor", "date unknown"),
    ("programme_end", "2011 (planlanan)", "2011 (planned)"),
]
TIMELINE = """query ($path: String!) { route(path: $path) { ... on RoutePage { page {
  ... on TimelinesTimelinePage { activities(first: 50) { nodes {
    key date { label earliest latest isPlannedAndPast } after { key } assertedBy
    consultationKey consultationTitle relations { kind activity { key } }
    place organisations { organisationKey } documents { notice }
  } } }
} } } }"""
PATHS = ("/tr/program/zaman-cizgisi/", "/en/programme/timeline/")


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), seeded_demo():
        yield


@pytest.fixture(scope="module")
def told(demo):
    """The activities of the timeline page in Turkish and in English, by key."""
    return [{node["key"]: node for node in nodes_at(path)} for path in PATHS]


def asked(query, **variables):
    message = {"query": query, "variables": variables}
    return Client().post("/graphql", message, content_type="application/json").json()["data"]


def nodes_at(path):
    return asked(TIMELINE, path=path)["route"]["page"]["activities"]["nodes"]


def test_timeline_comes_back_in_date_order_with_labels_in_both_languages(told):
    labels = [[(key, node["date"]["label"]) for key, node in nodes.items()] for nodes in told]

    assert labels == [[(key, tr) for key, tr, _ in STORY], [(key, en) for key, _, en in STORY]]


def test_sequence_is_kept_where_the_source_gives_no_dates(told):
    """Meetings, decisions and the draft are known to have followed, and not when."""
    undated = [
        (key, node["after"]["key"], node["date"]["earliest"], node["date"]["latest"])
        for key, node in told[0].items()
        if node["date"]["label"] == "tarihi bilinmiyor"
    ]

    assert undated == [
        ("various_meetings", "establishment_work_begins", None, None),
        ("decisions_taken", "meeting_2010_04_06", None, None),
        ("draft_protocol_prepared", "decisions_taken", None, None),
        ("draft_protocol_sent", "draft_protocol_prepared", None, None),
    ]


def test_language_version_states_only_what_it_asserts(told):
    meeting = [nodes["meeting_2010_04_06"] for nodes in told]
    begun = [nodes["establishment_work_begins"]["assertedBy"] for nodes in told]

    assert begun == [["TR"], ["TR"]]
    assert [(node["place"], node["organisations"]) for node in meeting] == [
        ("Sanayi ve Ticaret Bakanlığı", []),
        (None, [{"organisationKey": "min_industry"}]),
    ]


def test_programme_has_its_parts_and_is_told_by_each_version_as_far_as_it_goes(told):
    parts = [
        key
        for key, node in told[0].items()
        if {"kind": "PART_OF", "activity": {"key": "eco_efficiency_programme"}} in node["relations"]
    ]
    organisers = [nodes["eco_efficiency_programme"]["organisations"] for nodes in told]

    assert parts == ["programme_start", "programme_end"]
    assert organisers == [[{"organisationKey": "ttgv"}], []]


def test_draft_was_caused_by_decisions_and_leads_to_its_consultation(told):
    prepared, sent = ([nodes[f"draft_protocol_{what}"] for nodes in told] for what in ("prepared", "sent"))

    assert [[each["kind"] for each in node["relations"]] for node in prepared] == [
        ["FOLLOWS", "CAUSED_BY"]
    ] * 2
    assert [node["consultationKey"] for node in prepared + sent] == ["draft_protocol"] * 4
    assert all(node["consultationTitle"] for node in prepared + sent)


def test_documents_in_turkish_only_say_so_to_english_readers(told):
    notices = [[work["notice"] for work in nodes["meeting_2010_04_06"]["documents"]] for nodes in told]

    assert notices == [[None, None], ["Available in Turkish only", "Available in Turkish only"]]


def test_planned_end_has_gone_by_without_becoming_a_fact(told):
    flagged = [[key for key, node in nodes.items() if node["date"]["isPlannedAndPast"]] for nodes in told]

    assert flagged == [["eco_efficiency_programme", "programme_end"]] * 2


def test_body_of_the_home_page_shows_the_timeline_of_its_language():
    query = """query ($path: String!) { route(path: $path) { ... on RoutePage { page { ... on HomePage {
      body { ... on TimelinesTimelineBlock { timeline { path } } } } } } } }"""

    shown = [
        block["timeline"]["path"]
        for path in ("/tr/", "/en/")
        for block in asked(query, path=path)["route"]["page"]["body"]
        if "timeline" in block
    ]

    assert shown == list(PATHS)


def test_reader_chooses_from_what_this_language_version_names():
    def offered(language):
        page = BeautifulSoup(Client().get(f"/plugins/timelines/{language}/").content, "html.parser")
        names = ("programme", "organisation", "consultation")
        return {
            name: [each["value"] for each in page.select(f"[name={name}] option[lang]")] for name in names
        }

    def found(**query):
        answer = Client().get("/plugins/timelines/en/", query).content
        return [each["id"] for each in BeautifulSoup(answer, "html.parser").select("section.year li[id]")]

    assert [offered(language) for language in ("tr", "en")] == [
        {
            "programme": ["eco_efficiency_programme"],
            "organisation": ["min_industry", "ttgv"],
            "consultation": ["draft_protocol"],
        }
    ] * 2
    assert found(programme="eco_efficiency_programme") == ["programme_start", "programme_end"]
    assert found(organisation="ttgv") == ["draft_protocol_prepared"]
    assert found(consultation="draft_protocol") == ["draft_protocol_prepared", "draft_protocol_sent"]


def test_seeding_again_changes_nothing():
    counted = (Activity, ActivityText, TimelinePage, Revision)
    before = [model.objects.count() for model in counted]

    call_command("seed_demo", verbosity=0)

    assert [model.objects.count() for model in counted] == before == [12, 24, 2, before[3]]
