"""Text on its way into the database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text import tidy

MESS = st.text(
    alphabet="aiıİ&\u0301\u0307\u00a0\u202f \u200b\u200c\u200d\u00ad\ufeff\r\n\u2028\t\0α👩💻\u212b"
)


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("Temiz\u00a0Üretim", "Temiz Üretim"),
        ("Merkez\u00a0 kuruldu", "Merkez kuruldu"),
        ("Merkez \u00a0\u202fkuruldu", "Merkez kuruldu"),
        ("two  spaces", "two  spaces"),
        (" ve ", " ve "),
        ("I\u0307zmir’de s\u0327eker", "İzmir’de şeker"),
        ("i\u0307stanbul", "istanbul"),
        ("çev\u00adre\u200b ve\ufeff", "çevre ve"),
        ("bir\r\niki\rüç\u2028dört\x0bbeş", "bir\niki\nüç\ndört\nbeş"),
        ("sütun\tsütun", "sütun\tsütun"),
        ("nul\0 ve \x1fkaçış", "nul ve kaçış"),
        ("yarım\ud83d", "yarım"),
        ("su\u200d ve\u200c", "su ve"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("\u200d👩", "👩"),
        ("👩\u200d", "👩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_tidy_stores_what_the_reader_sees(raw: str, stored: str) -> None:
    assert tidy(raw) == stored


@given(st.one_of(MESS, st.text()))
def test_tidy_changes_nothing_the_second_time(text: str) -> None:
    once = tidy(text)

    assert tidy(once) == once


@given(MESS)
def test_tidy_leaves_composed_text_without_fixed_or_zero_width_spaces(text: str) -> None:
    stored = tidy(text)

    assert unicodedata.is_normalized("NFC", stored)
    assert not set(stored) & set("\u00a0\u202f\u200b\u00ad\ufeff\r\u2028\0")
