"""Language tags as they arrive from settings, pages and browsers."""

import pytest

from cms.text import lower
from cms.text.languages import primary_subtag


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("tr", "tr"),
        ("tr-TR", "tr"),
        ("tr_TR", "tr"),
        ("TR", "tr"),
        ("az-Latn-AZ", "az"),
        ("en-GB", "en"),
        ("", ""),
    ],
)
def test_primary_subtag_is_the_language_alone(tag: str, language: str) -> None:
    assert primary_subtag(tag) == language


@pytest.mark.parametrize("language", ["tr", "tr-TR", "tr_TR", "TR", "az"])
def test_every_tag_of_a_dotted_i_language_gets_its_rule(language: str) -> None:
    assert lower("ISI", language=language) == "ısı"


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "und", "trv", ""])
def test_other_tags_get_the_root_rule(language: str) -> None:
    assert lower("ISI", language=language) == "isi"
