"""Which bodies stand under a word, one set a word: what lists are narrowed, counted and searched by.

Sets are Roaring bitmaps of primary keys: thousands are counted in a millisecond. They are derived from the
entries, in the transaction that changes them. Who is public is never kept here: readers intersect with that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from pyroaring import BitMap

LONGEST_WORD = 64
GATE = ""
"""The word of no record: whoever changes sets holds its row, so writers wait instead of meeting half-way."""

Sets = dict[str, BitMap]


class WordSet(models.Model):
    """The bodies that have a word."""

    word = models.CharField(max_length=128, unique=True)
    members = models.BinaryField(default=bytes(BitMap().serialize()))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.word


class FacetSet(WordSet):
    """The bodies that can be found under a facet’s value: `country=TUR`."""

    class Meta(WordSet.Meta):
        abstract = False


class NameSet(WordSet):
    """The bodies that have a folded word in some name, its first 64 letters."""

    class Meta(WordSet.Meta):
        abstract = False


class Changes:
    """Which bodies gain and lose which words; to be applied at once."""

    tables: ClassVar[tuple[type[WordSet], ...]] = (FacetSet, NameSet)

    def __init__(self) -> None:
        self._gained: Mapping[type[WordSet], Sets] = {table: defaultdict(BitMap) for table in self.tables}
        self._lost: Mapping[type[WordSet], Sets] = {table: defaultdict(BitMap) for table in self.tables}

    def add(self, pk: int, *, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Note what an entry’s `facets` and `searched` were, and what they are; {} for no entry."""
        for table, column in zip(self.tables, ("facets", "searched"), strict=True):
            had, has = words_in(before.get(column, "")), words_in(after.get(column, ""))
            for words, sets in ((has - had, self._gained[table]), (had - has, self._lost[table])):
                for word in words:
                    sets[word].add(pk)

    def apply(self) -> None:
        """Change the sets. The gate is held."""
        for table in self.tables:
            _change(table, self._gained[table], self._lost[table])


def hold_gate() -> None:
    """Wait until nobody else changes sets, up to the end of the transaction."""
    FacetSet.objects.bulk_create([FacetSet(word=GATE)], ignore_conflicts=True)
    FacetSet.objects.select_for_update().get(word=GATE)


def facet_sets(words: Iterable[str] | None = None) -> Sets:
    """Return the sets of these facets, of all of them if none are given, in one query."""
    rows = FacetSet.objects.exclude(word=GATE)
    return _read(rows if words is None else rows.filter(word__in=list(words)))


def name_sets(*, beginning: Iterable[str], whole: Iterable[str] = ()) -> Sets:
    """Return the sets of words that begin with one of the first or are one of the second, in one query."""
    wanted = Q(word__in=list(whole))
    for start in beginning:
        wanted |= Q(word__startswith=start[:LONGEST_WORD])
    return _read(NameSet.objects.filter(wanted))


def words_in(line: str) -> set[str]:
    return {word[:LONGEST_WORD] if "=" not in word else word for word in line.split()}


def rebuild_sets(entries: Iterable[tuple[int, str, str]]) -> int:
    """Make the sets anew from (primary key, facets, searched) of all entries; return how many were wrong."""
    changes = Changes()
    for pk, facets, searched in entries:
        changes.add(pk, before={}, after={"facets": facets, "searched": searched})
    return sum(_replace(table, changes._gained[table]) for table in Changes.tables)


def _read(rows: Any) -> Sets:  # Any: the rows of one of the tables
    return {word: BitMap.deserialize(members) for word, members in rows.values_list("word", "members")}


def _change(table: Any, gained: Sets, lost: Sets) -> None:  # Any: one of the tables
    words = sorted({*gained, *lost})
    known = _read(table.objects.filter(word__in=words)) if words else {}
    changed = {
        word: (known.get(word, BitMap()) | gained.get(word, BitMap())) - lost.get(word, BitMap())
        for word in words
    }
    table.objects.filter(word__in=[word for word, members in changed.items() if not members]).delete()
    _store(table, {word: members for word, members in changed.items() if members})


def _replace(table: Any, true: Sets) -> int:  # Any: one of the tables
    rows = table.objects.exclude(word=GATE)
    stored = _read(rows)
    wrong = {word for word in {*stored, *true} if stored.get(word) != true.get(word)}
    rows.filter(word__in=wrong - set(true)).delete()
    _store(table, {word: true[word] for word in sorted(wrong & set(true))})
    return len(wrong)


def _store(table: Any, sets: Mapping[str, BitMap]) -> None:  # Any: one of the tables
    table.objects.bulk_create(
        [table(word=word, members=members.serialize()) for word, members in sets.items()],
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["members"],
    )
