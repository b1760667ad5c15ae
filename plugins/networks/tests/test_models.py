import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from wagtail.models import Locale
from wagtail_localize.segments.extract import extract_segments

from cms.testing.factories import BilingualSite, make_page, translate
from plugins.networks.models import (
    NetworksListingItem,
    NetworksListingPage,
    Organisation,
    OrganisationEntry,
    OrganisationEvent,
    OrganisationPlace,
    OrganisationRelation,
    OrganisationText,
)
from plugins.networks.tests.making import event, make_organisation, make_text, name
from plugins.networks.words import WordsFormField


def entries() -> dict[str, str]:
    return dict(OrganisationEntry.objects.values_list("language", "searched"))


@pytest.mark.django_db
def test_saving_a_record_keeps_its_entries_true_to_its_names() -> None:
    organisation = make_organisation("recpnet", name("Ağ", "tr"), name("RECPnet", kind="acronym"))

    organisation.names = [name("Küresel Ağ", "tr")]
    organisation.save()

    assert entries() == {"tr": "\n kuresel ag \n", "en": "\n kuresel ag \n"}
    assert str(organisation) == "Küresel Ağ"


@pytest.mark.django_db
def test_a_draft_of_a_public_record_changes_nothing_until_it_is_published() -> None:
    organisation = make_organisation("recpnet", "Old name", events=[event("founded", "2010")])
    draft = organisation.get_latest_revision_as_object()
    draft.names, draft.events = [name("New name")], [event("founded", "2011", "2012")]
    revision = draft.save_revision()

    before = Organisation.objects.get()
    found_before, dates_before = (
        entries()["en"],
        [str(c) for e in before.events.all() for c in e.claims.all()],
    )
    revision.publish()
    after = Organisation.objects.get()

    assert (before.title, found_before, dates_before) == ("Old name", "\n old name \n", ["2010"])
    assert (after.title, entries()["en"]) == ("New name", "\n new name \n")
    assert [str(claim) for event in after.events.all() for claim in event.claims.all()] == ["2011", "2012"]


@pytest.mark.django_db
def test_entries_sort_by_the_alphabet_of_their_language() -> None:
    for number, text in enumerate(["Çankaya", "Cumhuriyet", "Işık", "İzmir", "Irak"]):
        make_organisation(f"o{number}", name(text, "tr"))

    ordered = OrganisationEntry.objects.filter(language="tr").order_by("sort_key")

    assert [str(entry.organisation) for entry in ordered] == [
        "Cumhuriyet",
        "Çankaya",
        "Irak",
        "Işık",
        "İzmir",
    ]


@pytest.mark.django_db
def test_texts_about_one_record_are_translations_of_each_other() -> None:
    organisation = make_organisation("unido")

    turkish, english = (make_text(organisation, code, "…") for code in ("tr", "en"))

    assert turkish.get_translation(english.locale) == english
    with pytest.raises(IntegrityError):
        make_text(organisation, "tr", "again")


@pytest.mark.django_db
def test_a_translated_text_stays_a_draft_of_its_own() -> None:
    text = make_text(make_organisation("unido"), "tr", "Kalkınma örgütü")

    copy = text.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])
    copy.live = False
    copy.save()

    assert [(t.locale.language_code, t.live) for t in OrganisationText.objects.order_by("pk")] == [
        ("tr", True),
        ("en", False),
    ]


@pytest.mark.django_db
def test_translators_are_given_words_and_no_facts(bilingual_site: BilingualSite) -> None:
    record = make_organisation("wsppn", "Western Network")
    text = make_text(record, "tr", "Bölgesel ağ")
    items = [NetworksListingItem(organisation=record, shown_as="Western Network", sort_order=0)]
    page = make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar", intro="Giriş", items=items)

    words = [{s.string.data for s in extract_segments(one) if hasattr(s, "string")} for one in (text, page)]

    assert words == [{"Bölgesel ağ"}, {"Ağlar", "Giriş", "aglar", "Western Network"}]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        pytest.param(name("x", valid_from="2018", valid_to="2011"), "valid_to", id="ends before it begins"),
        pytest.param(name("x", valid_from="late 2009"), "valid_from", id="not EDTF"),
        pytest.param(OrganisationEvent(kind="other"), "words", id="an event without words"),
        pytest.param(OrganisationEvent(kind="other", words={"xx": "?"}), "words", id="a language not ours"),
        pytest.param(OrganisationPlace(scheme="country", code="TR"), "code", id="two letters"),
        pytest.param(OrganisationPlace(scheme="m49", code="TUR"), "code", id="another scheme's code"),
        pytest.param(Organisation(key="x", kind="network", country="tur"), "country", id="small letters"),
    ],
)
def test_rows_refuse_what_they_cannot_mean(row: object, field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        row.full_clean(exclude=["organisation"], validate_unique=False, validate_constraints=False)

    assert field in refusal.value.message_dict


@pytest.mark.django_db
@pytest.mark.parametrize("both", [True, False])
def test_a_relation_has_exactly_one_other_end(both: bool) -> None:
    one, other = make_organisation("one"), make_organisation("other")
    ends = {"target": other, "target_name": "CSIR"} if both else {}

    with pytest.raises(ValidationError) as refusal:
        OrganisationRelation(organisation=one, kind="hosted_by", **ends).full_clean()

    assert [error.code for error in refusal.value.error_dict["__all__"]] == ["one_target"]


def test_words_are_read_from_one_input_a_language() -> None:
    field = WordsFormField(required=False)

    assert field.clean(["Dünya", ""]) == {"tr": "Dünya"}
    assert field.widget.decompress({"en": "World"}) == ["", "World"]
    assert field.clean([]) == {}


def test_words_inputs_say_their_language() -> None:
    html = WordsFormField(required=False).widget.render("scope", {"tr": "Dünya"}, {"id": "id_scope"})

    assert (
        '<input type="text" name="scope_tr" value="Dünya" lang="tr" maxlength="200" id="id_scope_0"' in html
    )
    assert '<label for="id_scope_1">' in html


@pytest.mark.django_db
def test_a_listing_item_shows_a_name_that_the_record_has() -> None:
    organisation = make_organisation("wsppn", "Western Network", name("West Network", kind="alias"))
    item = NetworksListingItem(organisation=organisation, shown_as="West Network")

    item.clean()
    item.shown_as = "East Network"

    with pytest.raises(ValidationError) as refusal:
        item.clean()

    assert refusal.value.error_dict["shown_as"][0].code == "no_such_name"


def test_a_translated_listing_has_items_of_its_own(bilingual_site: BilingualSite) -> None:
    organisation = make_organisation("wsppn", "Western Network", name("Batı Ağı", "tr"))
    items = [NetworksListingItem(organisation=organisation, shown_as="Batı Ağı", sort_order=0)]
    page = make_page(bilingual_site.turkish, NetworksListingPage, title="Ağlar", items=items)

    english = translate(page, title="Networks", slug="networks")

    (own,), (copied,) = page.items.all(), english.items.all()
    assert (copied.organisation, copied.translation_key) == (organisation, own.translation_key)
    assert (own.locale.language_code, copied.locale.language_code) == ("tr", "en")
