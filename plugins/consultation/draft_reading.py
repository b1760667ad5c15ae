"""The provisions that readers are shown, and what changed between two versions; read at a constant cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .draft_room.storing import provisions_of
from .drafts import provisions as values
from .drafts.diffing import Passage, word_diff
from .drafts.matching import Link, match
from .drafts.vocabulary import Relation
from .listings import PublicDraft
from .models import DraftVersion, Provision, ProvisionLink, ProvisionText


@dataclass(frozen=True)
class PublicProvision:
    """A provision with its texts in the languages that readers may have, the one that counts first."""

    provision: Provision
    parent_key: str | None
    texts: tuple[ProvisionText, ...]
    language: str


@dataclass(frozen=True)
class ProvisionChange:
    """What became of a provision: its two sides, None where there is none, and the words of both."""

    relation: Relation
    earlier: values.Provision | None
    later: values.Provision | None
    language: str

    @property
    def is_moved(self) -> bool:
        """Whether it stands somewhere else, apart from what was put in or taken out before it."""
        if self.relation is Relation.MOVED:
            return True
        return bool(self.earlier and self.later and self.earlier.parent != self.later.parent)

    @property
    def heading(self) -> tuple[Passage, ...]:
        return word_diff(*(side.heading if side else "" for side in (self.earlier, self.later)))

    @property
    def text(self) -> tuple[Passage, ...]:
        return word_diff(*(side.text if side else "" for side in (self.earlier, self.later)))


def public_provisions(drafts: Sequence[PublicDraft]) -> list[list[PublicProvision]]:
    """Return the provisions of each draft in reading order, at the cost of two queries for all of them."""
    ids = [draft.version.pk for draft in drafts]
    rows = list(Provision.objects.filter(version__in=ids).order_by("version", "position"))
    texts: dict[int, list[ProvisionText]] = {}
    for text in ProvisionText.objects.filter(provision__version__in=ids).order_by("language"):
        texts.setdefault(text.provision_id, []).append(text)
    keys = {row.pk: row.key for row in rows}
    return [
        [
            PublicProvision(
                row,
                keys.get(row.parent_id) if row.parent_id else None,
                in_order(texts.get(row.pk, ()), draft),
                draft.language,
            )
            for row in rows
            if row.version_id == draft.version.pk
        ]
        for draft in drafts
    ]


def in_order(texts: Iterable[ProvisionText], draft: PublicDraft) -> tuple[ProvisionText, ...]:
    """Return the texts whose language readers may have, in the order of the renditions."""
    order = [each.rendition.language for each in draft.renditions]
    return tuple(sorted((t for t in texts if t.language in order), key=lambda t: order.index(t.language)))


def changes_between(
    earlier: DraftVersion, later: DraftVersion, *, language: str, told_in: str
) -> list[ProvisionChange]:
    """Return what became of each provision, in the order of the later version, at the cost of five queries.

    What an editor confirmed counts. Between versions that do not follow each other, keys alone decide.
    """
    olds, news = provisions_of(earlier, language), provisions_of(later, language)
    links = stored_links(earlier, later) or match(olds, news, by_text=False)
    old_by_key, new_by_key = {each.key: each for each in olds}, {each.key: each for each in news}
    return [
        ProvisionChange(
            relation=link.relation,
            earlier=old_by_key.get(link.earlier or ""),
            later=new_by_key.get(link.later or ""),
            language=told_in,
        )
        for link in in_reading_order(links, list(old_by_key), list(new_by_key))
    ]


def stored_links(earlier: DraftVersion, later: DraftVersion) -> tuple[Link, ...]:
    links = ProvisionLink.objects.filter(from_version=earlier, to_version=later)
    ends = links.values_list("from_provision__key", "to_provision__key", "relation")
    return tuple(Link(old, new, Relation(relation)) for old, new, relation in ends)


def in_reading_order(links: Iterable[Link], olds: Sequence[str], news: Sequence[str]) -> list[Link]:
    """Return links in the order of the later version; what was deleted behind what stood before it."""
    links = list(links)
    place = {key: n for n, key in enumerate(news)}
    went = {link.earlier: place[link.later] for link in links if link.earlier and link.later}
    last, before = -1, {}
    for n, key in enumerate(olds):
        last = went.get(key, last)
        before[key] = (last, 1, n)
    return sorted(
        links, key=lambda link: (place[link.later], 0, 0) if link.later else before[link.earlier or ""]
    )
