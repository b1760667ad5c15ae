"""What anyone can read over GraphQL, asked the way a frontend asks: over HTTP, without cookies."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass

QUERY = """
query ($path: String!) {
  route(path: $path) { ... on RoutePage {
    page { title translations { locale status path } ... on PageWithBody { intro } }
  } }
}
"""


@dataclass(frozen=True)
class Seen:
    """A page as readers get it."""

    title: str
    intro: str
    translations: dict[str, tuple[str, str | None]]


@dataclass(frozen=True)
class Readers:
    """Everybody out there."""

    address: str

    def see(self, path: str) -> Seen | None:
        """Return what a path answers with; None when there is nothing."""
        request = urllib.request.Request(  # noqa: S310 -- our own server
            f"{self.address}/graphql",
            json.dumps({"query": QUERY, "variables": {"path": path}}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 -- our own server
            answer = json.load(response)
        assert "errors" not in answer, answer
        page = (answer["data"]["route"] or {}).get("page")
        return page and Seen(
            page["title"],
            page["intro"],
            {version["locale"]: (version["status"], version["path"]) for version in page["translations"]},
        )
