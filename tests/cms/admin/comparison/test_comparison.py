"""The two versions beside each other: what is shown, to whom, and what can be decided."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.domain.claims import findings
from cms.models import ArticlePage, ClaimDecision
from cms.testing.factories import make_page, translate

REASON = "Only readers of English need to be told."


def address_of(page, **choices):
    query = "&".join(f"{name}={value}" for name, value in choices.items())
    return reverse("cms_comparison", args=[page.pk]) + (f"?{query}" if query else "")


def tables(response):
    """Return the cells of each table in the page, as words; forms are left out."""
    soup = BeautifulSoup(response.content, "html.parser")
    for form in soup.find_all("form"):
        form.decompose()
    return [
        [
            [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
            for row in table.tbody.find_all("tr")
        ]
        for table in soup.find_all("table", class_="comparison-table")
    ]


def words(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


def decision_form(page, other, **changes):
    finding = findings(page, other)[0]
    return {"claim": finding.key, "fingerprint": finding.fingerprint, "reason": REASON, **changes}


@pytest.fixture
def pair(work, claim):
    return work([claim("2009-36", value="2009 sonları")], [claim("2009", value="2009 onwards")])


def test_claims_stand_beside_each_other_with_their_difference_in_words(client, sign_in, pair):
    sign_in("tr")

    claims, _texts = tables(client.get(address_of(pair[0])))

    assert claims == [
        [
            "start Date",
            "2009 sonları Comparable value: 2009-36",
            "2009 onwards Comparable value: 2009",
            "Less exact One says the same less exactly.",
            "Undecided",
        ]
    ]


def test_difference_between_lists_names_what_is_in_one_only(client, sign_in, work, claim):
    turkish, _english = work([claim("one, two", kind="list")], [claim("two, three", kind="list")])
    sign_in("tr")

    claims, _texts = tables(client.get(address_of(turkish)))

    assert claims[0][3] == (
        "Contradiction Both say something, and it cannot both be true. "
        "Only in Turkish: one. Only in English: three."
    )


def test_wording_carries_its_language(client, sign_in, pair):
    sign_in("tr")

    soup = BeautifulSoup(client.get(address_of(pair[0])).content, "html.parser")

    worded = soup.find("tr", id="claim-start").find_all("p", lang=True)
    assert [(p["lang"], p.get_text()) for p in worded] == [("tr", "2009 sonları"), ("en", "2009 onwards")]


def test_original_comes_first_whichever_page_one_comes_from(client, sign_in, pair):
    sign_in("tr")

    assert tables(client.get(address_of(pair[0]))) == tables(client.get(address_of(pair[1])))


def test_claims_that_agree_are_listed_apart(client, sign_in, work, claim):
    turkish, _english = work(
        [claim("1994"), claim("", key="end")], [claim("1995"), claim("", key="end", value="open")]
    )
    sign_in("tr")

    differing, agreeing, _texts = tables(client.get(address_of(turkish)))

    assert [row[0] for row in differing] == ["start Date"]
    assert agreeing == [["end Date", "words Comparable value: none", "open Comparable value: none"]]


def test_texts_are_matched_by_kind_and_order(client, sign_in, bilingual_site):
    heading, text = (("heading", {"text": "Başlık", "level": "2"}), ("text", "<p>Bir.</p><p>İki.</p>"))
    turkish = make_page(bilingual_site.turkish, title="Sayfa", intro="Giriş", body=[heading, text])
    translate(turkish, title="Page", intro="", body=[("text", "<p>One. Two.</p>")])
    sign_in("tr")

    (texts,) = tables(client.get(address_of(turkish)))

    assert texts == [
        ["Title", "Sayfa", "Page"],
        ["Introduction", "Giriş", "nothing here"],
        ["Heading", "Başlık", "nothing here"],
        ["Text", "Bir. İki.", "One. Two."],
    ]


def test_drafts_are_shown_when_asked_for_and_not_before(client, sign_in, pair):
    draft = pair[1].get_latest_revision_as_object()
    draft.title = "A draft title"
    draft.save_revision()
    sign_in("tr", "en")

    published = words(client.get(address_of(pair[0])))
    drafts = words(client.get(address_of(pair[0], versions="drafts")))

    assert ("A draft title" in published, "A draft title" in drafts) == (False, True)


def test_draft_in_a_language_that_the_person_may_not_edit_is_not_shown(client, sign_in, pair):
    draft = pair[1].get_latest_revision_as_object()
    draft.title = "A draft title"
    draft.save_revision()
    sign_in("tr")

    drafts = words(client.get(address_of(pair[0], versions="drafts")))

    assert "A draft title" not in drafts
    assert "you may not see its drafts" in drafts


def test_version_that_was_never_published_is_compared_as_a_draft_only(client, sign_in, claim, bilingual_site):
    turkish = make_page(bilingual_site.turkish, claims=[claim("1994")])
    translate(turkish, live=False, claims=[claim("1995")])
    sign_in("tr", "en")

    assert tables(client.get(address_of(turkish))) == []
    assert tables(client.get(address_of(turkish, versions="drafts")))[0][0][3].startswith("Contradiction")


def test_page_in_one_language_only_has_nothing_to_compare(client, sign_in, bilingual_site):
    page = make_page(bilingual_site.turkish)
    sign_in("tr")

    assert "There is no version in another language" in words(client.get(address_of(page)))


def test_version_without_claims_is_said_to_state_none(client, sign_in, work, claim):
    turkish, _english = work([claim("1994")], [])
    sign_in("tr")

    assert "This version states no claims, so nothing can be compared: English." in words(
        client.get(address_of(turkish))
    )


def test_third_language_can_be_chosen(client, sign_in, pair, claim):
    translate(pair[0], "de", claims=[claim("2010")])
    sign_in("tr")

    claims, _texts = tables(client.get(address_of(pair[0], language="de")))

    assert claims[0][2] == "words Comparable value: 2010"


def test_person_without_rights_on_either_version_is_turned_away(client, sign_in, pair, bilingual_site):
    elsewhere = make_page(bilingual_site.turkish, title="Başka")
    sign_in(elsewhere)

    assert client.get(address_of(pair[0])).status_code == 302
    assert client.post(address_of(pair[0]), decision_form(*pair)).status_code == 302
    assert not ClaimDecision.objects.exists()


def test_visitor_is_asked_to_sign_in(client, pair):
    response = client.get(address_of(pair[0]))

    assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("home", ["tr", "en"])
def test_editor_of_either_version_dismisses_a_difference(client, sign_in, pair, home):
    user = sign_in(home)

    response = client.post(address_of(pair[0]), decision_form(*pair), follow=True)

    assert tables(response)[0][0][4].startswith(f"Legitimate {REASON} person,")
    assert ClaimDecision.objects.get().decided_by == user


@pytest.mark.parametrize(
    ("interface", "message"),
    [("en", "Say why this difference is right."), ("tr", "Bu farkın neden doğru olduğunu yazın.")],
)
def test_dismissing_without_a_reason_is_refused_in_words(client, sign_in, pair, interface, message):
    sign_in("tr", interface=interface)

    response = client.post(address_of(pair[0]), decision_form(*pair, reason=" "))

    soup = BeautifulSoup(response.content, "html.parser")
    field = soup.find("textarea", attrs={"aria-invalid": "true"})
    assert response.status_code == 422
    assert soup.find(id=field["aria-describedby"]).get_text() == message
    assert not ClaimDecision.objects.exists()


def test_decision_on_values_that_have_changed_meanwhile_is_not_taken(client, sign_in, pair):
    form = decision_form(*pair)
    pair[1].claims.update(canonical="2010")
    sign_in("tr")

    response = client.post(address_of(pair[0]), form, follow=True)

    assert "The versions have changed since you were shown them." in words(response)
    assert not ClaimDecision.objects.exists()


def test_draft_is_not_decided_on(client, sign_in, pair):
    sign_in("tr")

    response = client.get(address_of(pair[0], versions="drafts"))
    client.post(address_of(pair[0], versions="drafts"), decision_form(*pair))

    assert "Decisions are made on what is published." in words(response)
    assert not ClaimDecision.objects.exists()


def test_decision_is_taken_back(client, sign_in, pair):
    sign_in("tr")
    client.post(address_of(pair[0]), decision_form(*pair))

    response = client.post(address_of(pair[0]), decision_form(*pair, reopen="1"), follow=True)

    assert tables(response)[0][0][4] == "Undecided"
    assert not ClaimDecision.objects.exists()


def test_decision_needs_the_token_of_the_form(pair, sign_in, client):
    sign_in("tr")
    client.handler.enforce_csrf_checks = True

    response = client.post(address_of(pair[0]), decision_form(*pair))

    assert (response.status_code, ClaimDecision.objects.count()) == (403, 0)


def test_page_leads_to_its_comparison_from_its_own_menu_and_from_lists(client, sign_in, pair, bilingual_site):
    sign_in("tr")
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[pair[0].pk]))
    listing = client.get(reverse("wagtailadmin_explore", args=[bilingual_site.turkish.pk]))

    assert all(address_of(pair[0]) in response.content.decode() for response in (editor, listing))


def test_history_of_the_page_quotes_the_decision(client, sign_in, pair):
    sign_in("tr")
    client.post(address_of(pair[0]), decision_form(*pair))

    history = words(client.get(reverse("wagtailadmin_pages:history", args=[pair[0].pk])))

    assert "Difference marked as legitimate: start" in history
    assert REASON in history


def test_block_of_another_kind_is_matched_with_none(client, sign_in, bilingual_site):
    body = [
        ("links", {"title": "Devamı", "items": [{"text": "Bağlantı", "url": "https://example.org/"}]}),
        ("quote", {"text": "Söz", "attribution": "Biri"}),
    ]
    page = make_page(bilingual_site.turkish, ArticlePage, body=body)
    translate(page, body=[("quote", {"text": "Word", "attribution": "Somebody"})])
    sign_in("tr")

    (texts,) = tables(client.get(address_of(page)))

    assert texts[1:] == [
        ["List of links", "Devamı Bağlantı https://example.org/", "nothing here"],
        ["Quotation", "Söz Biri", "Word Somebody"],
    ]
