"""The data files of the demonstration agree with each other and with the rules of both languages."""

import re
import unicodedata

import pytest
from demo_content import (
    ACTIVITIES,
    CONSULTATIONS,
    DOCUMENTS,
    EVERYTHING,
    IMAGES,
    LISTINGS,
    LOCALES,
    ORGANISATIONS,
    PAGES,
    PLUGIN_PAGES,
    SITE,
    TIMELINES,
    blocks,
    keys,
    page_references,
    parse,
    texts,
    versions,
)

KNOWN = {
    "page": set(keys(PAGES)),
    "document": set(keys(DOCUMENTS)),
    "image": set(keys(IMAGES)),
    "organisation": set(keys(ORGANISATIONS)),
    "timeline": set(keys(TIMELINES)),
    "activity": set(keys(ACTIVITIES)),
}
TEXTS = [(locale, text) for value in EVERYTHING for locale, text in texts(value)]
SHOWN = [(locale, text) for locale, text in TEXTS if locale]


@pytest.mark.parametrize(
    "records",
    [PAGES, DOCUMENTS, IMAGES, ORGANISATIONS, LISTINGS, ACTIVITIES, TIMELINES, CONSULTATIONS],
    ids=lambda records: records[0]["key"],
)
def test_key_is_used_once(records):
    assert sorted(keys(records)) == sorted(set(keys(records)))


def test_page_of_a_plugin_has_a_key_of_its_own():
    assert KNOWN["page"] & set(keys(PLUGIN_PAGES)) == set()
    assert len(keys(PLUGIN_PAGES)) == len(set(keys(PLUGIN_PAGES)))


def test_page_comes_after_its_parent():
    seen = [None]
    misplaced = []
    for page in PAGES:
        misplaced += [] if page["parent"] in seen else [page["key"]]
        seen.append(page["key"])

    assert misplaced == []


def test_page_refers_only_to_what_there_is():
    dangling = [
        (page["key"], locale, kind, key)
        for page, locale, version in versions()
        for kind, key in page_references(version)
        if key not in KNOWN[kind]
    ]

    assert dangling == []


def test_page_links_only_to_pages_of_its_own_language():
    published = {(page["key"], locale) for page, locale, _ in versions()}

    astray = [
        (page["key"], locale, key)
        for page, locale, version in versions()
        for kind, key in page_references(version)
        if kind == "page" and (key, locale) not in published
    ]

    assert astray == []


def test_menu_names_pages_in_their_languages():
    published = {(page["key"], locale) for page, locale, _ in versions()}
    items = [item for menu in SITE["menus"].values() for item in menu]

    named = {(item["page"], locale) for item in items if "page" in item for locale in item["label"]}

    assert named <= published
    assert [item for item in items if ("page" in item) == ("url" in item)] == []


def test_plugin_records_refer_only_to_what_there_is():
    used = {
        "page": {record["parent"] for record in PLUGIN_PAGES} | {activity["page"] for activity in ACTIVITIES},
        "organisation": {
            *(key for listing in LISTINGS for key in listing["organisations"]),
            *(activity["organiser"]["organisation"] for activity in ACTIVITIES if activity["organiser"]),
            *(role["organisation"] for record in CONSULTATIONS for role in record["roles"].values()),
            *(relation["target"] for record in ORGANISATIONS for relation in record["relations"]),
        },
        "document": {
            *(key for activity in ACTIVITIES for key in activity["documents"]),
            *(record["document"] for record in CONSULTATIONS),
            *(document["rendition_of"] for document in DOCUMENTS if document["rendition_of"]),
            *(document["translation_of"] for document in DOCUMENTS if document["translation_of"]),
        },
        "activity": {
            *(key for timeline in TIMELINES for key in timeline["activities"]),
            *(activity["after"] for activity in ACTIVITIES if activity["after"]),
            *(record["activity"] for record in CONSULTATIONS),
        },
    }

    assert {kind: found - KNOWN[kind] for kind, found in used.items()} == {kind: set() for kind in used}


def test_timeline_holds_every_activity_and_the_lists_every_organisation():
    assert set(TIMELINES[0]["activities"]) == KNOWN["activity"]
    assert {key for listing in LISTINGS for key in listing["organisations"]} == KNOWN["organisation"]


def test_undated_activities_follow_another_one():
    adrift = [
        activity["key"]
        for activity in ACTIVITIES
        if (activity["start"]["edtf"] == "") != bool(activity["after"])
    ]

    assert adrift == []


def test_no_text_is_empty():
    pages = [
        {**version, "body": [block for block in version["body"] if "image" not in block]}
        for _, _, version in versions()
    ]

    assert [page["slug"] for page in pages if not all(text.strip() for _, text in texts(page))] == []
    assert [
        text for value in EVERYTHING[1:] for locale, text in texts(value) if locale and not text.strip()
    ] == []


def test_image_has_alternative_text_unless_it_is_decoration():
    images = [value for _, _, version in versions() for kind, value in blocks(version) if kind == "image"]

    assert [image for image in images if bool(image["alt"]) is image["decorative"]] == []


def test_one_article_is_in_turkish_only():
    assert [page["key"] for page in PAGES if "en" not in page] == ["opinion_form_guide"]
    assert [page["key"] for page in PAGES if "tr" not in page] == []


def test_pages_diverge_on_purpose_and_say_why():
    diverging = {page["key"] for page in PAGES if page.get("translation") == "diverges"}

    assert diverging == {"centre_work", "meeting_2010_04_06"}
    assert {
        page["key"] for page in PAGES if set(page.get("divergence_note", {})) == set(LOCALES)
    } == diverging


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.get("translation") == "follows"], ids=lambda p: p["key"]
)
def test_translation_has_the_shape_of_its_original(page):
    assert [shape(block) for block in blocks(page["tr"])] == [shape(block) for block in blocks(page["en"])]


def shape(block):
    """Return what a translation has in common with its original: types, targets, lengths."""
    kind, value = block
    if kind == "text":
        markup = parse(value)
        return (
            kind,
            markup.tags,
            [link.get("ref", link["href"][:7] if "href" in link else "") for link in markup.links],
        )
    if kind == "table":
        return kind, len(value["header"]), [len(row) for row in value["rows"]]
    if kind == "links":
        # A document may have a twin in the other language; a page is its own translation.
        return kind, [item.get("page", next(iter(item))) for item in value["items"]]
    fixed = ("level", "image", "decorative", "items", "timeline", "organisations", "page", "url")
    return kind, {name: value[name] for name in fixed if name in value}


def test_rich_text_uses_only_its_own_tags():
    tags = {
        tag
        for _, _, version in versions()
        for kind, value in blocks(version)
        if kind == "text"
        for tag in parse(value).tags
    }

    assert tags <= {"p", "ul", "ol", "li", "b", "i", "a"}


def test_table_rows_are_as_wide_as_the_header():
    tables = [value for _, _, version in versions() for kind, value in blocks(version) if kind == "table"]

    assert [row for table in tables for row in table["rows"] if len(row) != len(table["header"])] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_slugs_are_ascii_and_unique_among_siblings(locale):
    addresses = [(page["parent"], page[locale]["slug"]) for page in [*PAGES, *PLUGIN_PAGES] if locale in page]

    assert sorted(addresses, key=str) == sorted(set(addresses), key=str)
    assert [slug for _, slug in addresses if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_titles_and_descriptions_fit_search_results():
    pages = [version for _, _, version in versions()]
    pages += [page[locale] for page in PLUGIN_PAGES for locale in LOCALES]

    assert [page["title"] for page in pages if len(page["title"]) > 60] == []
    assert [page["title"] for page in pages if len(page["search_description"]) > 160] == []


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("straight apostrophe or quotation mark", r"['\"]"),
        ("decomposed dotted i", "i̇"),
        ("doubled, leading or trailing space", r"  |^ | $"),
        ("no-break space", "\u00a0"),
        ("space before punctuation", r" [,.;:!?]"),
        ("lost letters", r"\w\?\w|\ufffd"),
    ],
)
def test_texts_are_free_of_typing_faults(fault, pattern):
    # Rich text is laid out over several lines in the data files; blocks begin and end with white space there.
    assert [text for _, text in SHOWN if re.search(pattern, text.strip())] == []


def test_texts_are_composed():
    assert [text for _, text in TEXTS if unicodedata.normalize("NFC", text) != text] == []


def test_turkish_names_of_institutions_take_suffixes_without_apostrophe():
    institution = re.compile(r"(Bakanlığı|Vakfı|Merkezi|Ajansı|Örgütü|Derneği|Enstitüsü)’")

    assert [text for locale, text in SHOWN if locale == "tr" and institution.search(text)] == []


def test_english_texts_are_british():
    american = re.compile(r"\b(programs?|center|centers|organiz\w+|color|labor|fiber)\b", re.IGNORECASE)
    names = {"Pacific Northwest Pollution Prevention Resource Center"}

    assert [
        text for locale, text in SHOWN if locale == "en" and american.search(text) and text not in names
    ] == []


def test_organisation_has_at_most_one_preferred_name_in_a_language():
    preferred = [
        (record["key"], name["language"])
        for record in ORGANISATIONS
        for name in record["names"]
        if name["preferred"]
    ]

    assert sorted(preferred) == sorted(set(preferred))
    assert {key for key, _ in preferred} == KNOWN["organisation"]


def test_ministry_has_three_dated_names_in_each_language():
    ministry = next(record for record in ORGANISATIONS if record["key"] == "min_industry")
    dated = {
        (name["language"], name["valid_from"], name["valid_to"]): name["text"]
        for name in ministry["names"]
        if name["kind"] != "alias"
    }

    assert dated == {
        ("tr", None, "2011"): "Sanayi ve Ticaret Bakanlığı",
        ("tr", "2011", "2018"): "Bilim, Sanayi ve Teknoloji Bakanlığı",
        ("tr", "2018", None): "Sanayi ve Teknoloji Bakanlığı",
        ("en", None, "2011"): "Ministry of Industry and Trade",
        ("en", "2011", "2018"): "Ministry of Science, Industry and Technology",
        ("en", "2018", None): "Ministry of Industry and Technology",
    }


def test_name_on_the_page_is_a_name_of_the_record():
    names = {record["key"]: {name["text"] for name in record["names"]} for record in ORGANISATIONS}

    strangers = [
        name
        for listing in LISTINGS
        for key, by_locale in listing["names_on_the_page"].items()
        for name in by_locale.values()
        if name not in names[key]
    ]

    assert strangers == []


def test_consultation_knows_only_that_opinions_were_asked_for():
    consultation = CONSULTATIONS[0]
    unknown = ("opened_on", "closed_on", "outcome", "how_to_respond", "responses_received")

    assert {name: consultation[name] for name in unknown} == dict.fromkeys(unknown)
    assert (consultation["state"], consultation["draft_languages"]) == ("unknown", ["tr"])
