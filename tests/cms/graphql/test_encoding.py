"""Answers as bytes: UTF-8, compact, and never a failure over an odd string or number."""

import json

import pytest

from cms.graphql.encoding import encoded


def test_letters_stay_letters_and_there_are_no_spaces() -> None:
    assert encoded({"data": {"ad": "Dilmaç ığüşİ", "n": [1, 2.5, None]}}) == (
        '{"data":{"ad":"Dilmaç ığüşİ","n":[1,2.5,null]}}'.encode()
    )


@pytest.mark.parametrize(
    ("value", "read_back"),
    [("\ud83d", "?"), (2**70, 2**70), ({1: "one"}, {"1": "one"})],
)
def test_what_only_the_slower_encoder_can_write_is_written(value: object, read_back: object) -> None:
    assert json.loads(encoded({"data": value})) == {"data": read_back}


def test_what_is_no_json_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        encoded({"data": object()})
