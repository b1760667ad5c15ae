"""Which records a list is about, as sets of primary keys, and rows by such a set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, F, Func, TextField, Value
from pyroaring import BitMap

from plugins.networks.models import Organisation, name_sets, similar_words
from plugins.networks.models.sets import LONGEST_WORD, Sets
from plugins.networks.searching import Question

if TYPE_CHECKING:
    from cms.api import Audience


def public_ids(audience: Audience) -> BitMap:
    """Return all records that readers may see."""
    public = audience.snippets(Organisation.objects.order_by())
    return BitMap(public.values_list("pk", flat=True))


def found_ids(question: Question, among: BitMap) -> BitMap:
    """Return those in which every word of the question begins a word of some name, present or former.

    A question without words finds nothing. Where nothing is found, slips are forgiven.
    """
    if not question.words:
        return BitMap()
    begun = name_sets(beginning=question.words)
    exact = BitMap.intersection(among, *(_having(word, begun) for word in question.words))
    if exact:
        return exact
    similar = {word: similar_words(word) for word in question.words}
    others = name_sets(beginning=(), whole=[other for words in similar.values() for other in words])
    return BitMap.intersection(
        among, *(_having(word, begun).union(*_sets(similar[word], others)) for word in question.words)
    )


class IsAmong(Func):
    """The condition that a column’s number is in a set, given as one parameter however large the set is."""

    output_field = BooleanField()

    def __init__(self, column: str, members: BitMap) -> None:
        line = ",".join(map(str, members))
        super().__init__(F(column), Value(line, output_field=TextField()))

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition for PostgreSQL. Any: Django's types of compilation."""
        return self._condition(compiler, "= ANY (string_to_array({}, ',')::bigint[])")

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:
        return self._condition(compiler, "IN (SELECT value FROM json_each('[' || {} || ']'))")

    def _condition(self, compiler: Any, members: str) -> tuple[str, tuple[Any, ...]]:
        column, ids = (compiler.compile(each) for each in self.get_source_expressions())
        return f"{column[0]} {members.format(ids[0])}", (*column[1], *ids[1])


def _having(start: str, sets: Sets) -> BitMap:
    begins = [members for word, members in sets.items() if word.startswith(start[:LONGEST_WORD])]
    return BitMap.union(BitMap(), *begins)


def _sets(words: tuple[str, ...], sets: Sets) -> list[BitMap]:
    return [sets[word] for word in words if word in sets]
