"""Blocks are found wherever JSON keeps them, and texts that only name them are not taken for blocks."""

import json
from typing import Any

import pytest

from cms.domain.removal.stored_blocks import holds, stored_in_fields, stored_in_revisions, stored_in_sources
from cms.testing.factories import BilingualSite, make_page

NAMES = {"timelines_timeline"}
BLOCK = {"type": "timelines_timeline", "value": {"title": "", "timeline": None}}


@pytest.mark.parametrize(
    ("value", "is_held"),
    [
        ([BLOCK], True),
        ({"body": json.dumps([BLOCK])}, True),
        ({"body": [{"type": "group", "value": [BLOCK]}]}, True),
        ({"title": "timelines_timeline"}, False),
        ([{"type": "text", "value": "timelines_timeline"}], False),
        ({"body": "[timelines_timeline"}, False),
        ({"type": "timelines_timeline"}, False),
        (None, False),
    ],
)
def test_block_is_known_by_its_type_and_its_value(value: Any, is_held: bool) -> None:
    assert holds(value, NAMES) is is_held


def test_block_is_found_in_the_field_and_in_each_revision(bilingual_site: BilingualSite) -> None:
    page = make_page(bilingual_site.turkish, title="Yazı", body=[BLOCK])
    make_page(bilingual_site.turkish, title="timelines_timeline")
    page.save_revision()

    fields, revisions = list(stored_in_fields(NAMES)), list(stored_in_revisions(NAMES))

    assert fields == [page]
    assert [revision.content_object for revision in revisions] == [page, page]


def test_plugin_without_blocks_has_none_stored(bilingual_site: BilingualSite) -> None:
    make_page(bilingual_site.turkish, title="Yazı", body=[BLOCK])

    assert [list(find(set())) for find in (stored_in_fields, stored_in_revisions, stored_in_sources)] == [
        [],
        [],
        [],
    ]
