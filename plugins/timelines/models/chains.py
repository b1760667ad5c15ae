"""Activities that stand one behind the other: no circles, and places that stay true when an anchor moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..ordering import LONGEST_CHAIN, length_of_chain, sort_key

if TYPE_CHECKING:
    from .activities import Activity


def check_chain(activity: Activity) -> None:
    """Refuse an activity that would follow itself, or too many others. Raises ValidationError."""
    activities = type(activity)._default_manager
    followed, seen = activity.after_id, {activity.pk}
    while followed is not None:
        if followed in seen:
            raise _refused(_("It would follow itself. Choose another activity, or none."))
        if len(seen) > LONGEST_CHAIN:
            raise _too_long()
        seen.add(followed)
        followed = activities.filter(pk=followed).values_list("after_id", flat=True).first()


def refresh_places(activity: Activity) -> str:
    """Store the sort keys of a saved activity and of all who stand behind it; return its own."""
    activities = type(activity)._default_manager
    anchor = activities.filter(pk=activity.after_id).first()
    own_key = _store_place(activity, behind=anchor.sort_key if anchor else "")
    waiting = [(activity.pk, own_key)]
    while waiting:
        pk, behind = waiting.pop()
        for follower in activities.filter(after=pk, earliest=None, latest=None):
            key = _store_place(follower, behind=behind)
            if key != follower.sort_key:
                waiting.append((follower.pk, key))
    return own_key


def _store_place(activity: Activity, *, behind: str) -> str:
    key = sort_key(activity.period, order_hint=activity.order_hint, pk=activity.pk, behind=behind)
    if length_of_chain(key) > LONGEST_CHAIN:
        raise _too_long()
    type(activity)._default_manager.filter(pk=activity.pk).update(sort_key=key)
    return key


def _too_long() -> ValidationError:
    message = _("More than %(limit)d activities would stand one behind the other. Give one of them a date.")
    return _refused(message, limit=LONGEST_CHAIN)


def _refused(message: str, **values: int) -> ValidationError:
    return ValidationError({"after": ValidationError(message, params=values)})
