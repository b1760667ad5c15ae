"""Since when versions are outdated, noted when the original changes; writes LanguageVersion rows only."""

from datetime import datetime
from uuid import UUID

from cms.models import LanguageVersion
from cms.translation.states import is_behind, recorded_versions

# What a version says it was made from when that is not known any more; equal to no fingerprint.
UNKNOWN = "unknown"


def note_outdated(key: UUID, *, at: datetime) -> None:
    """Record the moment for versions of a work that have just fallen behind, and forget it for the others.

    A version that was behind already keeps its first moment; one made from something unknown has none.
    """
    versions = recorded_versions({key})[key]
    behind = {version.page_id for version in versions if is_behind(version, versions)}
    rows = LanguageVersion.objects.filter(page_id__in={version.page_id for version in versions})
    newly = rows.filter(page_id__in=behind, outdated_since=None).exclude(source_fingerprint=UNKNOWN)
    newly.update(outdated_since=at)
    rows.exclude(page_id__in=behind).exclude(outdated_since=None).update(outdated_since=None)
