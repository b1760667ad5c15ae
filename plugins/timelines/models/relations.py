"""Activities that are part of others, or were caused by them: no circles, and wholes of limited depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..vocabulary import RelationKind

if TYPE_CHECKING:
    from .activities import Activity

DEEPEST = 4
"""How many wholes may lie around an activity: a series, in a phase, in a project, in a programme."""


def check_relations(activity: Activity, named: Iterable[tuple[str, int]]) -> None:
    """Refuse relations, as kinds and primary keys, that lead back to the activity, or too deep.

    Raises ValidationError.
    """
    pairs = list(named)
    wholes = {other for kind, other in pairs if kind == RelationKind.PART_OF}
    causes = {other for kind, other in pairs if kind == RelationKind.CAUSED_BY}
    if _leads_back(activity, causes, RelationKind.CAUSED_BY):
        raise ValidationError(
            _("It would be a cause of itself. Choose another cause, or none."), code="circle"
        )
    if _leads_back(activity, wholes, RelationKind.PART_OF):
        raise ValidationError(_("It would be part of itself. Choose another whole, or none."), code="circle")
    if wholes and _height(activity, wholes) + _depth(activity) > DEEPEST:
        message = _(
            "More than %(limit)d activities would lie one within the other. Choose a whole further out."
        )
        raise ValidationError(message, code="too_deep", params={"limit": DEEPEST + 1})


def _leads_back(activity: Activity, named: set[int], kind: RelationKind) -> bool:
    if activity.pk is None:
        return False
    return any(activity.pk in level for level in _levels(activity, named, kind, upwards=True))


def _height(activity: Activity, wholes: set[int]) -> int:
    """Return how many levels of wholes lie around the activity, the named ones included."""
    return sum(1 for _level in _levels(activity, wholes, RelationKind.PART_OF, upwards=True))


def _depth(activity: Activity) -> int:
    """Return how many levels of parts lie within the activity."""
    if activity.pk is None:
        return 0
    return sum(1 for _level in _levels(activity, {activity.pk}, RelationKind.PART_OF, upwards=False)) - 1


def _levels(activity: Activity, start: set[int], kind: RelationKind, *, upwards: bool) -> Iterator[set[int]]:
    """Yield the activities that can be reached, nearest first; what was met before is not met again."""
    activities = type(activity)._default_manager
    here, met = start, set[int]()
    while here:
        yield here
        met |= here
        if upwards:
            reached = activities.filter(related_from__kind=kind, related_from__activity__in=here)
        else:
            reached = activities.filter(relations__kind=kind, relations__other__in=here)
        here = set(reached.values_list("pk", flat=True)) - met
