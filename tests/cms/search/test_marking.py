"""Where a text answers a question."""

import pytest

from cms.search.marking import Part, fragments, marked
from cms.search.question import question


def test_every_form_of_a_word_is_marked_with_its_ending() -> None:
    text = marked("UNIDO’nun merkezleri ve MERKEZ", question("unido merkez", language="tr"))

    assert text.parts == (
        Part("UNIDO’nun", is_match=True),
        Part(" ", is_match=False),
        Part("merkezleri", is_match=True),
        Part(" ve ", is_match=False),
        Part("MERKEZ", is_match=True),
    )


def test_html_escapes_everything_but_the_marks() -> None:
    text = marked('<script>enerji & "su"', question("enerji", language="tr"))

    assert text.html == "&lt;script&gt;<mark>enerji</mark> &amp; &quot;su&quot;"


def test_fragments_are_whole_words_around_the_matches() -> None:
    text = "aaaa " * 50 + "protokol " + "bbbb " * 50

    (fragment,) = fragments(text, question("protokol", language="tr"))

    words = "".join(part.text for part in fragment.parts)
    assert words.startswith("…aaaa ")
    assert words.endswith(" bbbb…")
    assert len(words) < 170


def test_fragments_never_run_across_lines() -> None:
    found = fragments("Başlık\nBir protokol\nBir başka satır", question("protokol", language="tr"))

    assert [fragment.html for fragment in found] == ["Bir <mark>protokol</mark>"]


def test_at_most_three_fragments_are_shown() -> None:
    text = "\n".join(f"{number} protokol" for number in range(5))

    assert len(fragments(text, question("protokol", language="tr"))) == 3


@pytest.mark.parametrize(("text", "shown"), [("", []), ("Kısa bir giriş.\nGövde", ["Kısa bir giriş."])])
def test_a_text_without_a_match_shows_how_it_begins(text: str, shown: list[str]) -> None:
    assert [fragment.html for fragment in fragments(text, question("su", language="tr"))] == shown
