"""The report of open differences: which works, for whom, and at what cost."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from cms.domain.claim_decisions import dismiss
from cms.domain.claims import findings
from cms.testing.factories import make_page


def report(client):
    """Return the rows of the report: page, language, number of open differences."""
    soup = BeautifulSoup(client.get(reverse("cms_open_findings")).content, "html.parser")
    rows = soup.select("table.listing tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.find_all("td")] for row in rows]


@pytest.fixture
def differing(work, claim):
    """Make a work whose versions differ in two claims."""

    def differing(title="Merkez"):
        return work(
            [claim("1994"), claim("47", key="countries", kind="count")],
            [claim("1995"), claim("48", key="countries", kind="count")],
            title=title,
        )

    return differing


def test_report_counts_open_differences_of_each_work(client, sign_in, differing, work, claim):
    differing()
    work([claim("1994")], [claim("1994")], title="Aynı")
    sign_in("tr")

    assert report(client) == [["Merkez", "Turkish", "2"]]


def test_decided_differences_are_not_counted(client, sign_in, differing):
    turkish, english = differing()
    user = sign_in("tr")
    first, second = findings(turkish, english)
    dismiss(first, page=turkish, reason="It is right.", user=user)

    assert report(client) == [["Merkez", "Turkish", "1"]]

    dismiss(second, page=turkish, reason="So is this.", user=user)

    assert report(client) == []


def test_report_is_in_the_order_of_the_alphabet(client, sign_in, differing):
    for title in ("Zonguldak", "Iğdır", "İzmir", "Çorum", "Ceyhan"):
        differing(title=title)
    sign_in("tr")

    assert [row[0] for row in report(client)] == ["Ceyhan", "Çorum", "Iğdır", "İzmir", "Zonguldak"]


def test_report_leads_to_the_comparison(client, sign_in, differing):
    turkish, _english = differing()
    sign_in("tr")

    soup = BeautifulSoup(client.get(reverse("cms_open_findings")).content, "html.parser")

    assert soup.select_one("table.listing a")["href"] == reverse("cms_comparison", args=[turkish.pk])


def test_report_shows_the_version_that_the_person_may_edit(client, sign_in, differing):
    _turkish, english = differing()
    english.title = "Centre"
    english.save_revision().publish()
    sign_in("en")

    assert report(client) == [["Centre", "English", "2"]]


def test_report_is_empty_for_works_that_the_person_may_not_edit(client, sign_in, differing, bilingual_site):
    differing()
    sign_in(make_page(bilingual_site.turkish, title="Başka"))

    assert report(client) == []


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_difference_with_a_version_that_the_person_may_not_read_is_not_told(client, sign_in, differing, hide):
    _turkish, english = differing()
    if hide == "unpublish":
        english.unpublish()
    else:
        PageViewRestriction.objects.create(
            page=Page.objects.get(pk=english.pk), restriction_type=PageViewRestriction.LOGIN
        )
    sign_in("tr")

    assert report(client) == []


def test_report_is_offered_in_the_menu_to_those_who_edit_pages(client, sign_in):
    sign_in("tr")

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("cms_open_findings") in home


@pytest.mark.parametrize("how_many", [1, 10])
def test_report_costs_the_same_for_one_and_ten_works(
    client, sign_in, differing, django_assert_num_queries, how_many
):
    for number in range(how_many):
        differing(title=f"Merkez {number}")
    sign_in("tr")
    client.get(reverse("cms_open_findings"))

    with django_assert_num_queries(18):
        rows = report(client)

    assert len(rows) == how_many
