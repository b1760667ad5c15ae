import pytest

from plugins.networks.forms import closes_cycle
from plugins.networks.hierarchy import cycle_in
from plugins.networks.models import OrganisationRelation
from plugins.networks.tests.making import make_organisation


@pytest.mark.parametrize(
    ("edges", "way"),
    [
        ([("a", "part_of", "b"), ("b", "part_of", "c")], ()),
        ([("a", "part_of", "b"), ("a", "parent_of", "b")], ("a", "b", "a")),
        ([("a", "part_of", "b"), ("c", "parent_of", "b"), ("c", "part_of", "a")], ("a", "b", "c", "a")),
        ([("a", "part_of", "a")], ("a", "a")),
        ([("a", "successor_of", "b"), ("a", "merged_into", "b")], ("a", "b", "a")),
        ([("a", "part_of", "b"), ("b", "successor_of", "a")], ()),
        ([("a", "partner_of", "b"), ("b", "partner_of", "a")], ()),
        ([("b", "part_of", "c"), ("c", "part_of", "b"), ("a", "part_of", "b")], ()),
    ],
)
def test_a_cycle_is_found_with_its_way(edges: list[tuple[str, str, str]], way: tuple[str, ...]) -> None:
    assert cycle_in(edges, "a") == way


@pytest.mark.django_db
def test_relations_of_other_records_count() -> None:
    top = make_organisation("top")
    middle = make_organisation("middle", relations=[OrganisationRelation(kind="part_of", target=top)])

    assert closes_cycle(top.pk, [("part_of", middle.pk)])
    assert not closes_cycle(top.pk, [("parent_of", middle.pk)])
    assert not closes_cycle(None, [("part_of", middle.pk)])
