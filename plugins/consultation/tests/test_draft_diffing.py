"""What changed, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..drafts.diffing import Change, Passage, word_diff


def sides(passages):
    return tuple(
        "".join(p.text for p in passages if p.change is not other) for other in (Change.ADDED, Change.REMOVED)
    )


@pytest.mark.parametrize(
    ("earlier", "later", "passages"),
    [
        ("aynı", "aynı", [("kept", "aynı")]),
        ("", "yeni", [("added", "yeni")]),
        (
            "Kurul yılda iki kez toplanır.",
            "Kurul yılda dört kez toplanır.",
            [("kept", "Kurul yılda "), ("removed", "iki"), ("added", "dört"), ("kept", " kez toplanır.")],
        ),
        ("kırlı", "kirli", [("removed", "kırlı"), ("added", "kirli")]),
        ("IĞDIR ili", "Iğdır ili", [("removed", "IĞDIR"), ("added", "Iğdır"), ("kept", " ili")]),
        (
            "altmış gün içinde",
            "bir ay içinde",
            [("removed", "altmış gün"), ("added", "bir ay"), ("kept", " içinde")],
        ),
    ],
)
def test_difference_is_told_by_words(earlier, later, passages):
    assert word_diff(earlier, later) == tuple(Passage(Change(change), text) for change, text in passages)


@given(st.text("ab ıİ.", max_size=60), st.text("ab ıİ.", max_size=60))
def test_both_texts_can_be_read_off_letter_by_letter(earlier, later):
    assert sides(word_diff(earlier, later)) == (earlier, later)
