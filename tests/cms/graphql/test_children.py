import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.graphql.objects import global_id
from cms.testing.factories import make_page

CHILDREN = """
query ($id: ID!, $first: Int, $after: String) {
  page(id: $id) {
    children(first: $first, after: $after) {
      totalCount
      nodes { title path locale }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }
}
"""


def test_children_come_in_pages_that_survive_an_insertion(bilingual_site, ask):
    for title in ("Bir", "İki", "Üç"):
        make_page(bilingual_site.turkish, title=title)
    home = global_id(bilingual_site.turkish)
    first = ask(CHILDREN, id=home, first=2)["data"]["page"]["children"]
    make_page(bilingual_site.turkish, title="Dört")

    second = ask(CHILDREN, id=home, first=2, after=first["pageInfo"]["endCursor"])["data"]["page"]["children"]

    assert [node["title"] for node in first["nodes"]] == ["Bir", "İki"]
    assert [node["title"] for node in second["nodes"]] == ["Üç", "Dört"]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    assert (first["pageInfo"]["hasPreviousPage"], second["pageInfo"]["hasPreviousPage"]) == (False, True)
    assert (first["totalCount"], second["totalCount"]) == (3, 4)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"first": 0}, "`first` must be between 1 and 100; it is 0."),
        ({"first": 101}, "`first` must be between 1 and 100; it is 101."),
        (
            {"first": 1, "after": "?"},
            "`after` is not a cursor of this list. Use `pageInfo.endCursor` of the page before.",
        ),
    ],
)
def test_children_refuse_what_no_page_of_them_can_be(bilingual_site, ask, arguments, message):
    answer = ask(CHILDREN, id=global_id(bilingual_site.turkish), **arguments)

    assert [(error["message"], error["extensions"]["code"]) for error in answer["errors"]] == [
        (message, "BAD_USER_INPUT")
    ]


def test_children_cost_the_same_for_one_and_ten(bilingual_site, ask):
    home = global_id(bilingual_site.turkish)
    costs = []
    for wanted in (1, 10):
        while bilingual_site.turkish.get_children().count() < wanted:
            make_page(
                bilingual_site.turkish,
                title="Sayfa",
                slug=f"s{bilingual_site.turkish.get_children().count()}",
            )
            bilingual_site.turkish.refresh_from_db()
        ask(CHILDREN, id=home, first=100)
        with CaptureQueriesContext(connection) as captured:
            answer = ask(CHILDREN, id=home, first=100)
        assert len(answer["data"]["page"]["children"]["nodes"]) == wanted
        costs.append(len(captured))

    assert costs[0] == costs[1]
