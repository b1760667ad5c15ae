"""What a reader's question asks for."""

import pytest

from cms.search.question import LONGEST_QUESTION, MOST_WORDS, question


def test_a_question_does_not_insist_on_fillers() -> None:
    asked = question("Bakanlığın görevi nedir", language="tr")

    assert [word.typed for word in asked.wanted] == ["bakanligin", "gorevi"]
    assert asked.phrase == " bakanligin gorevi nedir "


def test_a_question_of_fillers_alone_asks_for_them() -> None:
    assert [word.typed for word in question("what is it", language="en").wanted] == ["what", "is", "it"]


def test_a_word_typed_twice_is_asked_once() -> None:
    assert [word.typed for word in question("su SU Su’yu", language="tr").wanted] == ["su"]


def test_only_longer_words_are_beginnings() -> None:
    short, long = question("agi program", language="tr").wanted

    assert (short.is_beginning, long.is_beginning) == (False, True)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("x" * (LONGEST_QUESTION + 1), "at most 200 characters; it has 201", id="characters"),
        pytest.param("a " * (MOST_WORDS + 1), "at most 12 words; it has 13", id="words"),
    ],
)
def test_too_long_a_question_is_refused_with_its_limit(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        question(text, language="tr")
