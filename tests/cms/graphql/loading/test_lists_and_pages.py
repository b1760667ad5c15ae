"""What a page says in a list is what it says alone."""

import pytest
from long_lists import LIST, SELECTIONS

ALONE = "query ($id: ID!) { page(id: $id) { id __typename %s } }"


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_page_says_the_same_in_a_list_and_alone(lists, ask, name):
    listed = ask(LIST % SELECTIONS[name], first=4)["data"]["route"]["page"]["children"]["nodes"]

    alone = [ask(ALONE % SELECTIONS[name], id=page["id"])["data"]["page"] for page in listed]

    assert len(listed) == 4
    assert listed == alone
