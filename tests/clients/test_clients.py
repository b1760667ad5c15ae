"""Released clients and the audits of GraphQL over HTTP, against a running server (make test-clients)."""

import json
import subprocess
from pathlib import Path

import pytest

pytestmark = [pytest.mark.clients, pytest.mark.django_db(transaction=True)]

FOLDER = Path(__file__).parent


def run(script, *arguments):
    """Return what a script found, failing with what it wrote when it ended badly."""
    ended = subprocess.run(
        ["node", script, *arguments], cwd=FOLDER, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_all_audits_of_graphql_over_http_pass(live_server, bilingual_site):
    found = run("audits.mjs", f"{live_server.url}/graphql")

    assert len(found) == 61
    assert {name: result for name, result in found.items() if result != "ok"} == {}


def test_released_clients_are_answered(live_server, bilingual_site, settings):
    manifest = json.loads((settings.FRONTEND_CONTRACT_DIR / "manifest.json").read_text())
    registered = next(entry["sha256"] for entry in manifest["operations"] if entry["name"] == "SiteFrame")

    found = run("clients.mjs", f"{live_server.url}/graphql", registered)

    assert len(found) == 16
    assert {name: result for name, result in found.items() if result != "ok"} == {}
