"""Which media type an answer has: the one that the client likes best of the two that there are."""

from __future__ import annotations

from collections.abc import Iterator

from cms.graphql.http.problems import RequestProblem

GRAPHQL, JSON = MEDIA_TYPES = ("application/graphql-response+json", "application/json")


def accepted_type(accept: str) -> str:
    """Return the media type to answer in. Raises RequestProblem when the client accepts neither.

    A client that does not name GraphQL's own type may be too old to know it, and gets JSON.
    """
    ranges = dict(ranges_in(accept or "*/*"))
    anything = ranges.get("application/*", ranges.get("*/*", 0.0))
    if GRAPHQL not in ranges:
        ranges[GRAPHQL] = min(anything, 0.001)
    quality = {media_type: ranges.get(media_type, anything) for media_type in MEDIA_TYPES}
    best = max(MEDIA_TYPES, key=lambda media_type: quality[media_type])
    if not quality[best]:
        raise RequestProblem(406, "NOT_ACCEPTABLE", f"Accept {' or '.join(MEDIA_TYPES)}.")
    return best


def ranges_in(accept: str) -> Iterator[tuple[str, float]]:
    """Yield each media range with its quality, 0 to 1; what is no number counts as 1."""
    for entry in accept.lower().split(","):
        media_range, *parameters = (part.strip() for part in entry.split(";"))
        given = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        yield media_range, float(given) if given.replace(".", "", 1).isdecimal() else 1.0
