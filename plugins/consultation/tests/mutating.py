"""A draft that is changed while somebody writes down what became of every word."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from ..drafts.provisions import Provision
from ..drafts.vocabulary import Kind

SYLLABLES = [
    "ka",
    "le",
    "mi",
    "no",
    "şu",
    "tı",
    "rü",
    "gö",
    "ba",
    "çe",
    "di",
    "ğa",
    "hı",
    "jo",
    "pö",
    "sü",
    "ve",
    "yı",
    "zü",
    "fa",
]

Word = tuple[int, str]
"""A word with a number of its own, so that the same word elsewhere is another."""


@dataclass
class Node:
    """A paragraph. `origins` are the numbers of the first version's paragraphs that it holds words of."""

    number: int
    words: list[Word]
    origins: set[int]


@dataclass
class Article:
    """An article with a heading and its paragraphs."""

    heading: str
    nodes: list[Node]


@dataclass
class Draft:
    """A version of the draft, and the dice."""

    dice: Random
    articles: list[Article] = field(default_factory=list)
    last: int = 0

    def next(self) -> int:
        self.last += 1
        return self.last

    def word(self) -> Word:
        return self.next(), "".join(self.dice.choices(SYLLABLES, k=self.dice.randint(2, 4)))

    def node(self) -> Node:
        number = self.next()
        return Node(number, [self.word() for _ in range(self.dice.randint(14, 40))], {number})

    def copy(self) -> Draft:
        articles = [
            Article(each.heading, [replace(n, words=[*n.words], origins={*n.origins}) for n in each.nodes])
            for each in self.articles
        ]
        return Draft(self.dice, articles, self.last)

    @property
    def nodes(self) -> list[Node]:
        return [node for article in self.articles for node in article.nodes]


def first_draft(dice: Random, *, articles: int = 14) -> Draft:
    draft = Draft(dice)
    for _ in range(articles):
        heading = f"{draft.word()[1]} {draft.word()[1]}"
        draft.articles.append(Article(heading, [draft.node() for _ in range(dice.randint(2, 5))]))
    return draft


def reorder(draft: Draft) -> None:
    """Put an article elsewhere, or a paragraph within its article."""
    if draft.dice.random() < 0.5:
        article = draft.articles.pop(draft.dice.randrange(len(draft.articles)))
        draft.articles.insert(draft.dice.randrange(len(draft.articles) + 1), article)
    else:
        draft.dice.shuffle(draft.dice.choice(draft.articles).nodes)


def edit(draft: Draft) -> None:
    """Put other words in the place of some, up to a quarter."""
    words = draft.dice.choice(draft.nodes).words
    for _ in range(max(1, len(words) // 8)):
        place = draft.dice.randrange(len(words))
        words[place : place + draft.dice.randint(1, 2)] = [draft.word()]


def split(draft: Draft) -> None:
    """Make two paragraphs of one."""
    article = draft.dice.choice(draft.articles)
    place = draft.dice.randrange(len(article.nodes))
    node = article.nodes[place]
    if len(node.words) < 14 or len(node.origins) > 1:
        return
    cut = len(node.words) // 2 + draft.dice.randint(-2, 2)
    halves = [Node(draft.next(), part, {*node.origins}) for part in (node.words[:cut], node.words[cut:])]
    article.nodes[place : place + 1] = halves


def merge(draft: Draft) -> None:
    """Make one paragraph of two neighbours."""
    article = draft.dice.choice([each for each in draft.articles if len(each.nodes) > 1])
    place = draft.dice.randrange(len(article.nodes) - 1)
    one, other = article.nodes[place : place + 2]
    together = Node(draft.next(), one.words + other.words, one.origins | other.origins)
    article.nodes[place : place + 2] = [together]


def delete(draft: Draft) -> None:
    article = draft.dice.choice([each for each in draft.articles if len(each.nodes) > 1])
    article.nodes.pop(draft.dice.randrange(len(article.nodes)))


def insert(draft: Draft) -> None:
    """Add a paragraph that nobody has read before."""
    node = draft.node()
    node.origins = set()
    article = draft.dice.choice(draft.articles)
    article.nodes.insert(draft.dice.randrange(len(article.nodes) + 1), node)


MUTATIONS = (reorder, edit, split, merge, delete, insert)


def text_of(node: Node) -> str:
    return " ".join(word for _number, word in node.words)


def as_provisions(draft: Draft) -> tuple[Provision, ...]:
    """Return the draft as an import sees it: numbers anew from 1, keys that say nothing."""
    provisions: list[Provision] = []
    for number, article in enumerate(draft.articles, 1):
        key = f"a{number}"
        provisions.append(Provision(key, None, Kind.ARTICLE, f"MADDE {number}", article.heading))
        provisions += [
            Provision(f"n{node.number}", key, Kind.PARAGRAPH, f"({place})", "", text_of(node))
            for place, node in enumerate(article.nodes, 1)
        ]
    return tuple(provisions)


def span_of(node: Node, numbers: list[int]) -> tuple[int, int] | None:
    """Return where the words with these numbers stand side by side; None where they do not."""
    here = [number for number, _word in node.words]
    if numbers[0] not in here:
        return None
    first = here.index(numbers[0])
    if here[first : first + len(numbers)] != numbers:
        return None
    start = sum(len(word) + 1 for _number, word in node.words[:first])
    return start, start + len(" ".join(word for _n, word in node.words[first : first + len(numbers)]))
