import pytest

from plugins.networks.searching import Question, question, searchable, searchable_acronyms
from plugins.networks.tests.making import name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  İSTANBUL  ", ("istanbul",)),
        ("ISTANBUL", ("istanbul",)),
        ("ıstanbul", ("istanbul",)),
        ("Sınai Kalkınma", ("sinai", "kalkinma")),
        ("CP/RAC", ("cp", "rac")),
        ("Centre’s", ("centres",)),
        ("UNIDO'nun", ("unidonun",)),
        ("100%_", ("100",)),
        ("???", ()),
    ],
)
def test_question_is_folded_into_words(text: str, words: tuple[str, ...]) -> None:
    assert question(text, language="tr") == Question(words)


@pytest.mark.parametrize("text", ["a" * 101, "a b c d e f g h i"])
def test_question_has_limits(text: str) -> None:
    with pytest.raises(ValueError, match="must have at most"):
        question(text, language="tr")


def test_names_become_lines_of_words() -> None:
    names = [name("Işık Ağı", "tr"), name("IŞIK", "tr", "acronym"), name("Isik-Agi", "en", "alias")]

    assert searchable(names) == "\n isik \n isik agi \n"
    assert searchable_acronyms(names) == "\n isik \n"
    assert searchable([]) == ""
