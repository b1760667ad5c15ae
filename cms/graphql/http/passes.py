"""The secrets by which a reader sees what a plugin withholds from everybody else."""

from __future__ import annotations

from django.http import HttpRequest

HEADER = "Access-Pass"
MOST_PASSES, LONGEST_PASS = 5, 200


def passes_of(request: HttpRequest) -> tuple[str, ...]:
    """Return the passes that the request presents, joined by commas in one header; empty without any.

    Only a header carries them: an address ends in logs and in the keys of caches. One that opens nothing
    changes nothing in the answer, so what cannot be a pass is left out without a word.
    """
    given = (each.strip() for each in request.headers.get(HEADER, "").split(","))
    return tuple(each for each in given if 0 < len(each) <= LONGEST_PASS)[:MOST_PASSES]
