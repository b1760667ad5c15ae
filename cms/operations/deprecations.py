"""What a schema says will go away, and when. By convention the reason ends with `Removal: 2027-06-01.`"""

from __future__ import annotations

import re
from datetime import date

from graphql import GraphQLSchema

from cms.operations.coordinates import parts_of

REMOVAL = re.compile(r"Removal: (\d{4}-\d{2}-\d{2})\b")


def deprecations(schema: GraphQLSchema) -> dict[str, str]:
    """Return the reason by coordinate of everything that is deprecated."""
    reasons = {name: getattr(part, "deprecation_reason", None) for name, part in parts_of(schema).items()}
    return {name: reason for name, reason in reasons.items() if reason}


def removal_date(reason: str) -> date | None:
    """Return the day from which a deprecated part may be missing; None if the reason does not say it."""
    found = REMOVAL.search(reason)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
