"""What the two source pages of the project demand of the system, asked of the demonstration site over HTTP.

The rest of the list is tested where it lives: the comparison of claims in tests/cms/admin, names in
plugins/networks, dates and plans in plugins/timelines, the historical consultation in
plugins/consultation, reports of the importer in tests/cms/importing.
"""

import pytest

PATHS = {
    "TR": "/tr/ulusal-merkez/temiz-uretim-merkezinin-kurulus-calismalari/",
    "EN": "/en/national-centre/establishing-the-cleaner-production-centre/",
}
CENTRE = """
query ($path: String!) {
  route(path: $path) {
    ... on RoutePage {
      page {
        title locale
        translations { locale path status }
        claims { key value canonical isDivergent divergences { locale difference } }
        ... on ArticlePage { documents { notice bestFor { isFallback } availableIn { locale url size } } }
      }
    }
  }
}
"""
TIMELINE = """
query ($locale: LocaleCode!) {
  timelinesActivities(locale: $locale, first: 50) { nodes { title date { label } } }
}
"""


@pytest.fixture
def centre(demo_site, ask):
    return {code: ask(CENTRE, path=path)["data"]["route"]["page"] for code, path in PATHS.items()}


def claim(page, key):
    return next(claim for claim in page["claims"] if claim["key"] == key)


def test_each_version_of_the_centre_page_makes_its_own_claims(centre):
    states = {code: claim(page, "centre_state")["canonical"] for code, page in centre.items()}
    dates = {code: claim(page, "centre_2009_date")["canonical"] for code, page in centre.items()}
    activities = {code: claim(page, "programme_activities")["canonical"] for code, page in centre.items()}

    assert states == {"TR": "under_establishment", "EN": "created"}
    assert dates == {"TR": "2009-36", "EN": "2009"}
    assert {code: len(listed.split(", ")) for code, listed in activities.items()} == {"TR": 6, "EN": 4}


@pytest.mark.parametrize(
    ("key", "difference"),
    [
        ("centre_state", "CONTRADICTION"),
        ("centre_2009_date", "PRECISION"),
        ("programme_activities", "OMISSION"),
    ],
)
def test_a_disagreement_is_found_without_reading(centre, key, difference):
    found = {code: claim(page, key)["divergences"] for code, page in centre.items()}

    assert found == {
        "TR": [{"locale": "EN", "difference": difference}],
        "EN": [{"locale": "TR", "difference": difference}],
    }


def test_the_english_version_says_that_it_differs_on_purpose(centre):
    assert centre["TR"]["translations"] == [
        {"locale": "EN", "path": PATHS["EN"], "status": "INTENTIONALLY_DIVERGENT"}
    ]
    assert centre["EN"]["translations"] == [{"locale": "TR", "path": PATHS["TR"], "status": "ORIGINAL"}]


def test_what_a_version_leaves_open_has_no_value(centre):
    unknown = {item["key"] for item in centre["TR"]["claims"] if item["canonical"] is None}

    assert unknown >= {"other_meetings_count", "stakeholders_named", "draft_sent_on", "opinions_due_on"}


def test_documents_in_turkish_only_say_so_to_english_readers(centre):
    english, turkish = centre["EN"]["documents"], centre["TR"]["documents"]

    assert {document["notice"] for document in english} == {"Available in Turkish only"}
    assert {document["notice"] for document in turkish} == {None}
    assert all(document["bestFor"]["isFallback"] for document in english)
    assert all(
        edition["locale"] == "TR" and edition["url"] and edition["size"] > 1000
        for document in english
        for edition in document["availableIn"]
    )


def test_a_document_in_turkish_only_says_so_in_turkish_as_well(demo_site, ask):
    query = CENTRE.replace("notice bestFor", "notice(locale: EN) bestFor")

    page = ask(query, path=PATHS["TR"])["data"]["route"]["page"]

    assert {document["notice"] for document in page["documents"]} == {"Available in Turkish only"}


@pytest.mark.parametrize(
    ("locale", "labels"),
    [
        (
            "TR",
            [
                "1994’ten günümüze",
                "Haziran 2008",
                "2009 sonları",
                "2010 yılı boyunca",
                "6 Nisan 2010",
                "2011 (planlanan)",
            ],
        ),
        (
            "EN",
            [
                "1994 to present",
                "June 2008",
                "late 2009",
                "throughout 2010",
                "6 April 2010",
                "2011 (planned)",
            ],
        ),
    ],
)
def test_the_timeline_comes_back_in_the_order_of_its_dates(demo_site, ask, locale, labels):
    nodes = ask(TIMELINE, locale=locale)["data"]["timelinesActivities"]["nodes"]

    told = [node["date"]["label"] for node in nodes]

    assert [label for label in told if label in labels] == labels
