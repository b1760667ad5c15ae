"""After an edit, every answer that would be different now carried a tag that the edit purges."""

from cms.testing.edits import EDITS, outcome_of, small_world

UNSEEN = {"save_draft", "add_alias"}


def test_no_edit_leaves_a_stale_answer(db):
    world = small_world(seed=0)

    outcomes = [outcome_of(world, edit) for edit in EDITS]

    assert [(each.edit, *each.stale) for each in outcomes if each.stale] == []
    assert {each.edit for each in outcomes if not each.changed} == UNSEEN


def test_what_readers_do_not_see_drops_nothing(db):
    world = small_world(seed=0)

    assert [outcome_of(world, edit).dropped for edit in EDITS if edit.__name__ in UNSEEN] == [0, 0]
