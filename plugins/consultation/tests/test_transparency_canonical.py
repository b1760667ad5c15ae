"""Canonical JSON: one spelling for each value, and a refusal for what has none."""

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..transparency.canonical import Document, NotCanonical, canonical_json, canonical_text, content_hash
from ..transparency.instants import instant_from, instant_text
from ..transparency.submissions import Attachment, Opinion, Submission

ISTANBUL = ZoneInfo("Europe/Istanbul")
KEYS = st.sampled_from(["a", "b", "a_1", "z9", "ab"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=8)


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ({}, "{}"),
        ({"b": 1, "a": [True, None, -3]}, '{"a":[true,null,-3],"b":1}'),
        ({"a_1": {"z": "", "b": ()}}, '{"a_1":{"b":[],"z":""}}'),
        ({"text": "I\u0307stanbul, c\u0327ok güzel"}, '{"text":"İstanbul, çok güzel"}'),
        ({"text": "one\r\ntwo\rthree\n"}, '{"text":"one\\ntwo\\nthree\\n"}'),
        (
            {"text": '\x00\x1f\x7f"\\/\t\b\f😀\u2028'},
            '{"text":"\\u0000\\u001f\x7f\\"\\\\/\\t\\b\\f😀\u2028"}',
        ),
    ],
)
def test_the_spelling_is_exact(document: Document, text: str) -> None:
    assert canonical_json(document) == text.encode()
    assert content_hash(document) == sha256(text.encode()).digest()


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (1.0, r"\$\.a\[0\] is a float\. Write fractions and times as text\."),
        (2**53, "beyond"),
        (b"bytes", "bytes"),
        ("\ud800", "half a character"),
        ({"Key": 1}, r"\$\.a\[0\] has the key 'Key'"),
        ({1: 1}, "has the key 1"),
    ],
)
def test_what_has_no_canonical_form_is_refused_with_its_place(value: object, complaint: str) -> None:
    with pytest.raises(NotCanonical, match=complaint):
        canonical_json({"a": [value]})  # type: ignore[list-item]  # the mistake


@settings(deadline=None)  # others use the machine, too
@given(st.dictionaries(KEYS, VALUES))
def test_a_document_says_the_same_when_read_and_written_again(document: Document) -> None:
    written = canonical_json(document)

    assert canonical_json(json.loads(written)) == written


@given(TEXTS)
def test_text_is_canonical_after_one_step(text: str) -> None:
    assert canonical_text(canonical_text(text)) == canonical_text(text)


def test_a_submission_is_a_document_without_its_author() -> None:
    submission = Submission(
        reference="EV-2026-003-0042",
        revision=1,
        received_at=datetime(2026, 11, 30, 23, 59, 59, 999_999, timezone(timedelta(hours=3))),
        language="tr",
        channel="web",
        publication="anonymous",
        consent="publication-tr-2",
        opinions=(Opinion(version="2", language="tr", text="Süre uzatılsın.", provision="madde-5"),),
        attachments=(Attachment(name="ek.pdf", size=3, sha256=bytes(32)),),
    )

    assert canonical_json(submission.document()).decode() == (
        f'{{"attachments":[{{"name":"ek.pdf","sha256":"{"0" * 64}","size":3}}],"channel":"web",'
        '"consent":"publication-tr-2","format":"dilmac-submission/1","language":"tr",'
        '"opinions":[{"kind":"substantive","language":"tr","proposed_text":"","provision":"madde-5","quote":"",'
        '"rationale":"","stance":"","text":"Süre uzatılsın.","version":"2"}],"publication":"anonymous",'
        '"received_at":"2026-11-30T20:59:59Z","reference":"EV-2026-003-0042","revision":1,"stance":""}'
    )


@given(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(ISTANBUL)))
def test_an_instant_is_written_to_the_second_and_read_back(instant: datetime) -> None:
    assert instant_from(instant_text(instant)) == instant.astimezone(UTC).replace(microsecond=0)


@pytest.mark.parametrize("text", ["2026-11-30T20:59:5Z", "2026-11-30 20:59:59Z", "2026-11-30T20:59:59+00:00"])
def test_another_spelling_of_an_instant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="2026"):
        instant_from(text)
