"""Which provision of a version goes on as which of the next. A proposal: an editor confirms it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .provisions import Provision, children_of, full_texts
from .recognising import LEVELS
from .similarity import ALIKE, likeness, share_within, words_of
from .vocabulary import Kind, Relation

CONTAINED = 0.75
"""From this share on, a text is taken to have come out of another, or to have gone into it."""
LEAST_WORDS = 4
"""Fewer words stand in too many texts to prove anything."""


@dataclass(frozen=True)
class Link:
    """How a provision goes on, by keys. What was added has no `earlier`, what was deleted no `later`."""

    earlier: str | None
    later: str | None
    relation: Relation


def match(
    earlier: Sequence[Provision], later: Sequence[Provision], *, trust_keys: bool = True, by_text: bool = True
) -> tuple[Link, ...]:
    """Return links that name every provision of both versions, in the order of the later one.

    Same key, then same printed number and heading, then texts that are alike. Without `trust_keys` the
    keys of the later version are only names within it; without `by_text` nothing but the keys is compared.
    """
    matching = _Matching(earlier, later)
    if trust_keys:
        matching.pair_keys()
    if not by_text:
        return tuple(matching.links())
    matching.pair_headings()
    for level in sorted(set(LEVELS.values())):
        matching.pair_alike(level)
    return tuple(matching.links())


class _Matching:
    """The pairs found so far, in both directions."""

    def __init__(self, earlier: Sequence[Provision], later: Sequence[Provision]) -> None:
        self.earlier = {each.key: each for each in earlier}
        self.later = {each.key: each for each in later}
        self.earlier_texts, self.later_texts = full_texts(earlier), full_texts(later)
        self.earlier_children, self.later_children = children_of(earlier), children_of(later)
        self.pairs: dict[str, str] = {}
        self.back: dict[str, str] = {}

    def pair(self, old: Provision, new: Provision) -> None:
        if old.key not in self.pairs and new.key not in self.back:
            self.pairs[old.key] = new.key
            self.back[new.key] = old.key

    def pair_keys(self) -> None:
        for key, old in self.earlier.items():
            if key in self.later:
                self.pair(old, self.later[key])

    def pair_headings(self) -> None:
        olds, news = _by_name(self.unpaired_old()), _by_name(self.unpaired_new())
        for name, (old,) in olds.items():
            if name in news:
                self.pair(old, news[name][0])

    def pair_alike(self, level: int) -> None:
        """Pair what is alike, the most alike first; the parents are paired already."""
        self.pair_best(level, self.likeness, ALIKE)
        self.pair_best(level, self.containment, CONTAINED)

    def pair_best(self, level: int, rate: Callable[[Provision, Provision], float], least: float) -> None:
        olds = [each for each in self.unpaired_old() if LEVELS[each.kind] == level]
        news = [each for each in self.unpaired_new() if LEVELS[each.kind] == level]
        found = [
            (score + self.closeness(old, new), old, new)
            for old in olds
            for new in news
            if old.kind is new.kind and (score := rate(old, new)) >= least
        ]
        for _score, old, new in sorted(found, key=lambda each: -each[0]):
            self.pair(old, new)

    def likeness(self, old: Provision, new: Provision) -> float:
        if old.kind in (Kind.PART, Kind.SECTION) and old.heading and new.heading:
            return likeness(old.heading, new.heading)
        return likeness(self.earlier_texts[old.key], self.later_texts[new.key])

    def containment(self, old: Provision, new: Provision) -> float:
        """Return how much of the shorter stands in the longer: what was cut down or added to a lot."""
        texts = sorted((self.earlier_texts[old.key], self.later_texts[new.key]), key=len)
        return share_within(*texts) if len(words_of(texts[0])) >= LEAST_WORDS else 0.0

    def closeness(self, old: Provision, new: Provision) -> float:
        """Return what decides between texts that are equally alike: the same place, the same number."""
        same_parent = old.parent is not None and self.pairs.get(old.parent) == new.parent
        return 0.05 * same_parent + 0.02 * (old.printed_number == new.printed_number)

    def unpaired_old(self) -> list[Provision]:
        return [each for key, each in self.earlier.items() if key not in self.pairs]

    def unpaired_new(self) -> list[Provision]:
        return [each for key, each in self.later.items() if key not in self.back]

    def links(self) -> Iterator[Link]:
        splits, merges, moved = self.splits(), self.merges(), self.moved()
        split_from, merged_into = set(splits.values()), set(merges.values())
        for key in self.later:
            old = self.back.get(key)
            if old is None:
                source = splits.get(key)
                yield Link(source, key, Relation.SPLIT if source else Relation.ADDED)
            elif old in split_from:
                yield Link(old, key, Relation.SPLIT)
            elif key in merged_into:
                yield Link(old, key, Relation.MERGED)
            else:
                yield Link(old, key, self.relation(self.earlier[old], self.later[key], key in moved))
        for key in self.earlier:
            if key in self.pairs:
                continue
            if key in merges:
                yield Link(key, merges[key], Relation.MERGED)
            elif key not in split_from:
                yield Link(key, None, Relation.DELETED)

    def relation(self, old: Provision, new: Provision, has_moved: bool) -> Relation:
        if self.words(old, self.earlier_texts) != self.words(new, self.later_texts):
            return Relation.MODIFIED
        if has_moved:
            return Relation.MOVED
        return Relation.SAME if old.printed_number == new.printed_number else Relation.RENUMBERED

    def words(self, each: Provision, texts: dict[str, str]) -> str:
        """Return the words that make it another: with those of its parts, but not of a whole chapter."""
        return each.heading if each.kind in (Kind.PART, Kind.SECTION) else texts[each.key]

    def splits(self) -> dict[str, str]:
        """Return by an unpaired later provision the earlier one that it came out of."""
        return {
            new.key: source.key
            for new in self.unpaired_new()
            if (source := self.source_of(new, self.later_texts, self.earlier, self.earlier_texts, self.pairs))
        }

    def merges(self) -> dict[str, str]:
        """Return by an unpaired earlier provision the later one that it went into."""
        return {
            old.key: target.key
            for old in self.unpaired_old()
            if (target := self.source_of(old, self.earlier_texts, self.later, self.later_texts, self.back))
        }

    def source_of(
        self,
        part: Provision,
        part_texts: dict[str, str],
        others: dict[str, Provision],
        other_texts: dict[str, str],
        partners: dict[str, str],
    ) -> Provision | None:
        """Return the provision of the other version that holds this text, though its own partner does not."""
        text = part_texts[part.key]
        if len(words_of(text)) < LEAST_WORDS:
            return None
        held = [
            (share, other)
            for other in others.values()
            if other.kind is part.kind and (share := share_within(text, other_texts[other.key])) >= CONTAINED
        ]
        for _share, other in sorted(held, key=lambda each: -each[0]):
            partner = partners.get(other.key)
            if partner is not None and share_within(text, part_texts[partner]) < ALIKE:
                return other
        return None

    def moved(self) -> set[str]:
        """Return the later provisions that stand in another place, apart from what was put in before them."""
        moved: set[str] = set()
        for parent, siblings in self.later_children.items():
            paired = [each.key for each in siblings if each.key in self.back]
            home = self.back.get(parent) if parent is not None else None
            stayed = [key for key in paired if self.earlier[self.back[key]].parent == home]
            moved |= set(paired) - set(stayed)
            places = {each.key: n for n, each in enumerate(self.earlier_children.get(home, ()))}
            moved |= set(stayed) - set(_longest_rise(stayed, [places[self.back[key]] for key in stayed]))
        return moved


def _by_name(provisions: Iterable[Provision]) -> dict[tuple[Kind, str, str], list[Provision]]:
    """Return provisions by kind, printed number and heading, where that names one."""
    named: dict[tuple[Kind, str, str], list[Provision]] = {}
    for each in provisions:
        if each.heading and each.printed_number:
            name = (each.kind, " ".join(words_of(each.printed_number)), " ".join(words_of(each.heading)))
            named.setdefault(name, []).append(each)
    return {name: found for name, found in named.items() if len(found) == 1}


def _longest_rise(keys: Sequence[str], places: Sequence[int]) -> list[str]:
    """Return the keys of a longest run, gaps allowed, whose places rise: those that kept their order."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [index]
        before.append(last[at - 1] if at else None)
    run: list[str] = []
    index_: int | None = last[-1] if last else None
    while index_ is not None:
        run.append(keys[index_])
        index_ = before[index_]
    return run
