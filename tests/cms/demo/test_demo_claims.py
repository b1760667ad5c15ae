"""The claims of the two versions of a page can be compared without reading the page."""

import pytest
from demo_content import PAGES

CLAIMING = {page["key"]: page["claims"] for page in PAGES if "claims" in page}
PAIRS = [
    (page, claim, next(other for other in claims["en"] if other["key"] == claim["key"]))
    for page, claims in CLAIMING.items()
    for claim in claims["tr"]
    if claim["key"] in {other["key"] for other in claims["en"]}
]
SINGLE = [
    (page, locale, claim)
    for page, claims in CLAIMING.items()
    for locale in claims
    for claim in claims[locale]
]


@pytest.mark.parametrize(
    ("page", "turkish", "english"), PAIRS, ids=lambda part: part if isinstance(part, str) else ""
)
def test_claims_of_one_key_are_comparable(page, turkish, english):
    known = [claim["canonical"] for claim in (turkish, english) if claim["canonical"] is not None]

    assert turkish["kind"] == english["kind"]
    assert len({type(value) for value in known}) <= 1


def test_claim_is_made_once_in_a_version():
    made = [(page, locale, claim["key"]) for page, locale, claim in SINGLE]

    assert sorted(made) == sorted(set(made))


@pytest.mark.parametrize(
    ("page", "locale", "claim"), SINGLE, ids=lambda part: part if isinstance(part, str) else ""
)
def test_claim_has_the_value_of_its_kind(page, locale, claim):
    expected = {"date": str, "state": str, "role": str, "count": int, "list": list}[claim["kind"]]

    assert claim["canonical"] is None or type(claim["canonical"]) is expected
    assert claim["canonical"] is not None or claim["note"]
    assert claim.get("edtf") == (claim["canonical"] if claim["kind"] == "date" else None)
    assert set(claim) <= {"key", "kind", "value", "canonical", "edtf", "note"}


def test_versions_of_the_page_on_the_centre_disagree_where_their_sources_do():
    disagreeing = {
        turkish["key"]
        for page, turkish, english in PAIRS
        if page == "centre_work" and comparable(turkish) != comparable(english)
    }

    assert disagreeing == {
        "programme_activities",
        "ncpc_agent",
        "programme_output",
        "centre_state",
        "centre_2009_date",
        "ttgv_runs",
        "ministry_coordinated",
        "meeting_ministry_part",
        "briefing_subject",
        "slides_count",
        "slides_titles",
        "slides_subject",
        "draft_protocol_ministry_part",
        "opinions_asked",
    }


def test_claims_of_one_version_only_are_not_given_to_the_other():
    english = {claim["key"] for claim in CLAIMING["centre_work"]["en"]}
    turkish = {claim["key"] for claim in CLAIMING["centre_work"]["tr"]}

    assert english - turkish == {"programme_creator", "file_languages", "draft_protocol_content"}
    assert turkish - english == set()


def test_english_version_contradicts_itself_about_the_centre():
    english = {claim["key"]: claim["canonical"] for claim in CLAIMING["centre_work"]["en"]}

    assert (english["centre_state"], english["draft_protocol_aim"]) == ("created", "centre_to_be_established")


def comparable(claim):
    """Return the canonical value; the order of a list carries no meaning."""
    canonical = claim["canonical"]
    return set(canonical) if isinstance(canonical, list) else canonical
