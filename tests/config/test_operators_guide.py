"""The operators' guide names everything that can be set and every complaint about a plugin."""

import re
from pathlib import Path

from config.env import BASE_DIR, Environment

GUIDE = (BASE_DIR / "config" / "README.md").read_text(encoding="utf-8")


def test_guide_lists_exactly_the_variables_of_the_environment():
    documented = re.findall(r"^\| `([A-Z_]+)` \|", GUIDE, re.MULTILINE)

    assert sorted(documented) == sorted(name.upper() for name in Environment.model_fields)


def test_guide_lists_exactly_the_codes_that_plugins_can_fail_with():
    sources = "".join(path.read_text(encoding="utf-8") for path in code_that_complains())
    used = set(re.findall(r'"(?:cms\.)?(E1\d\d)"', sources))

    assert set(re.findall(r"^\| `cms\.(E1\d\d)` \|", GUIDE, re.MULTILINE)) == used


def code_that_complains() -> list[Path]:
    folders = ("cms/plugin_host", "cms/domain/removal", "cms/graphql")
    return [path for folder in folders for path in (BASE_DIR / folder).glob("*.py")]
