"""Opinions find their place in a later version, or are said to have lost it."""

from random import Random

import pytest

from ..drafts.anchoring import Anchor, AnchorState, Place, Placement, Quote, re_anchor
from ..drafts.matching import CONTAINED, Link, match
from ..drafts.vocabulary import Relation
from .mutating import MUTATIONS, as_provisions, first_draft, span_of, text_of

OPINIONS = 200


def opinions_on(draft):
    """Return opinions on paragraphs, a third of them on the whole of one: node, words quoted, anchor."""
    opinions = []
    for number in range(OPINIONS):
        node = draft.dice.choice(draft.nodes)
        if number % 3 == 0:
            opinions.append((node, [], Anchor(f"n{node.number}")))
            continue
        first = draft.dice.randrange(len(node.words) - 6)
        words = [each for each, _word in node.words[first : first + draft.dice.randint(3, 6)]]
        start, end = span_of(node, words)
        opinions.append((node, words, Anchor(f"n{node.number}", Quote.of(text_of(node), start, end))))
    return opinions


@pytest.mark.parametrize("seed", range(12))
def test_every_opinion_is_placed_or_said_to_be_orphaned_and_none_is_misplaced(seed):
    draft = first_draft(Random(seed))  # noqa: S311 -- a test that can be repeated
    opinions, earlier = opinions_on(draft), as_provisions(draft)
    later_draft = draft.copy()
    for mutate in MUTATIONS * 3:
        mutate(later_draft)
    later = as_provisions(later_draft)
    links = match(earlier, later, trust_keys=False)
    texts = {each.key: each.text for each in later}

    placed = [(node, words, re_anchor(anchor, links=links, texts=texts)) for node, words, anchor in opinions]

    assert len(placed) == OPINIONS
    assert [problem for each in placed if (problem := what_is_wrong(later_draft, *each))] == []


def what_is_wrong(later, node, words, placement):
    """Compare with what really became of the paragraph; None when all is well."""
    homes = {f"n{each.number}": each for each in later.nodes if node.number in each.origins}
    if not homes:
        return None if placement == Placement(AnchorState.REMOVED) else ("should be orphaned", placement)
    if not placement.places:
        is_honest = placement.state is AnchorState.REMOVED and share_kept(node, homes.values()) < CONTAINED
        return None if is_honest else ("lost", node.number, placement)
    if any(place.provision_key not in homes for place in placement.places):
        return "misplaced", node.number, placement
    spans = {key: span for key, home in homes.items() if words and (span := span_of(home, words))}
    if not spans:
        return None
    (key, span), *_others = spans.items()
    return None if placement.places == (Place(key, *span),) else ("passage misplaced", span, placement)


def share_kept(node, homes):
    """Return how many of a paragraph's words are still together in one place."""
    words = {number for number, _word in node.words}
    return max(len(words & {number for number, _word in home.words}) for home in homes) / len(words)


@pytest.mark.parametrize(
    ("relation", "state"),
    [
        (Relation.SAME, AnchorState.UNCHANGED),
        (Relation.RENUMBERED, AnchorState.UNCHANGED),
        (Relation.MOVED, AnchorState.MOVED),
        (Relation.MODIFIED, AnchorState.EDITED),
        (Relation.MERGED, AnchorState.EDITED),
    ],
)
def test_state_follows_from_the_link(relation, state):
    links = [Link("a", "b", relation)]

    assert re_anchor(Anchor("a"), links=links, texts={"b": "x"}) == Placement(state, (Place("b"),))


def test_opinion_on_what_was_split_is_shown_at_every_part():
    links = [Link("a", "b", Relation.SPLIT), Link("a", "c", Relation.SPLIT)]

    assert re_anchor(Anchor("a"), links=links, texts={}).places == (Place("b"), Place("c"))


@pytest.mark.parametrize("links", [[], [Link("a", None, Relation.DELETED)]])
def test_opinion_on_what_was_deleted_is_an_orphan(links):
    assert re_anchor(Anchor("a"), links=links, texts={}) == Placement(AnchorState.REMOVED)


def test_opinion_on_the_whole_draft_needs_no_place():
    assert re_anchor(Anchor(None), links=[], texts={}) == Placement(AnchorState.UNCHANGED)


EARLIER = "Kurul yılda iki kez toplanır. Toplantıya başkan çağırır. Kurul yılda bir rapor yazar."


@pytest.mark.parametrize(
    ("passage", "later", "found"),
    [
        ("iki kez toplanır", EARLIER, "iki kez toplanır"),
        ("Kurul yılda", f"Önce gelen söz. {EARLIER}", "Kurul yılda"),
        (
            "Toplantıya başkan çağırır",
            "Toplantıya BAŞKAN ya da vekili çağırır.",
            "Toplantıya BAŞKAN ya da vekili çağırır",
        ),
        ("rapor", "Bütçe ve rapor takvimi ekte yer alır.", None),
        ("Toplantıya başkan çağırır", "Bu fıkra bütünüyle yeniden yazıldı.", None),
    ],
    ids=["kept", "first of two occurrences", "edited", "the same word elsewhere", "rewritten"],
)
def test_passage_is_found_by_its_words_or_by_words_like_them_or_not_at_all(passage, later, found):
    start = EARLIER.index(passage)
    quote = Quote.of(EARLIER, start, start + len(passage))

    placement = re_anchor(Anchor("a", quote), links=[Link("a", "b", Relation.MODIFIED)], texts={"b": later})

    (place,) = placement.places
    assert (later[place.start : place.end] if place.start is not None else None) == found
