"""The claims of two versions as the rows of a table, with each difference told in words."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from cms.admin.comparison.versions import Side
from cms.domain.claims import Difference, Finding, findings, members, paired
from cms.models import Claim

NAMES = {
    Difference.CONTRADICTION: gettext_lazy("Contradiction"),
    Difference.PRECISION: gettext_lazy("Less exact"),
    Difference.OMISSION: gettext_lazy("Left out"),
    Difference.MISSING: gettext_lazy("Not said"),
}
MEANINGS = {
    Difference.CONTRADICTION: gettext_lazy("Both say something, and it cannot both be true."),
    Difference.PRECISION: gettext_lazy("One says the same less exactly."),
    Difference.OMISSION: gettext_lazy("One lists less than the other."),
    Difference.MISSING: gettext_lazy("Only one of them says anything."),
}


@dataclass(frozen=True)
class Cell:
    """What one version says in a row; without a claim it does not mention the matter."""

    language: str
    language_name: str
    claim: Claim | None

    @property
    def values(self) -> list[str]:
        """The comparable value, the members of a list one by one; empty where there is none."""
        if self.claim is None:
            return []
        is_list = self.claim.kind == Claim.Kind.LIST
        parts = self.claim.canonical.split(",") if is_list else [self.claim.canonical]
        return [part.strip() for part in parts if part.strip()]


@dataclass(frozen=True)
class Row:
    """One claim in both versions."""

    key: str
    cells: tuple[Cell, Cell]
    finding: Finding | None

    @property
    def label(self) -> str:
        """The key as words."""
        return self.key.replace("_", " ").replace("-", " ")

    @property
    def kind(self) -> str:
        return next(str(cell.claim.get_kind_display()) for cell in self.cells if cell.claim)

    @property
    def difference(self) -> str:
        return str(NAMES[self.finding.difference]) if self.finding else ""

    @cached_property
    def explanation(self) -> str:
        """How the two differ; for lists, what is in one of them only."""
        if self.finding is None:
            return ""
        alone = only_in_one(self.cells) if self.finding.difference is not Difference.MISSING else ()
        return " ".join((str(MEANINGS[self.finding.difference]), *alone))


def rows_of(left: Side, right: Side) -> tuple[Row, ...]:
    """Return every claim that at least one of the two versions makes; none where a version is not there."""
    if left.content is None or right.content is None:
        return ()
    found = {finding.key: finding for finding in findings(left.content, right.content)}
    return tuple(
        Row(
            key,
            (
                Cell(left.language, left.language_name, ours),
                Cell(right.language, right.language_name, theirs),
            ),
            found.get(key),
        )
        for key, ours, theirs in paired(claims_of(left.content), claims_of(right.content))
    )


def claims_of(page: Page) -> tuple[Claim, ...]:
    return tuple(page.claims.all())


def only_in_one(cells: tuple[Cell, Cell]) -> tuple[str, ...]:
    left, right = (cell.claim for cell in cells)
    if left is None or right is None or not left.kind == right.kind == Claim.Kind.LIST:
        return ()
    here, there = members(left), members(right)
    return tuple(
        _("Only in %(language)s: %(members)s.")
        % {"language": cell.language_name, "members": ", ".join(sorted(extra))}
        for cell, extra in zip(cells, (here - there, there - here), strict=True)
        if extra
    )
