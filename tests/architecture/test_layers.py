"""Every import contract holds a rule that can be broken: planted violations break each of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sources import ROOT

pytestmark = pytest.mark.standalone

VIOLATIONS = {
    "Inside the host, imports point downwards": ("cms/text/casing.py", "import cms.models"),
    "The host never imports a plugin or the configuration": ("cms/domain/links.py", "import config.env"),
    "Plugins reach the host only through cms.api, and their tests also through cms.testing": (
        "plugins/networks/apps.py",
        "import cms.domain",
    ),
    "Plugins know each other only through their api modules": (
        "plugins/networks/apps.py",
        "import plugins.timelines.refusals",
    ),
    "What a plugin is can be read with nothing but Django": (
        "cms/plugin_host/errors.py",
        "import wagtail.models",
    ),
    "What the product does is the same however it is asked": ("cms/domain/links.py", "import graphene"),
    "Operations are executed with nothing but graphql-core": (
        "cms/graphql/execution/plans.py",
        "import django.db",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the code with its contracts."""
    for package in ("cms", "plugins", "config"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold() -> None:
    assert set(verdicts(ROOT).values()) == {"KEPT"}


def test_each_contract_can_be_broken(copy: Path) -> None:
    for file, violation in VIOLATIONS.values():
        with (copy / file).open("a") as module:
            module.write(f"\n{violation}\n")

    assert verdicts(copy) == dict.fromkeys(VIOLATIONS, "BROKEN")


def test_a_new_package_of_the_host_has_to_declare_its_layer(copy: Path) -> None:
    (copy / "cms" / "shortcuts.py").write_text('"""Knows no layer."""\n')

    assert verdicts(copy)["Inside the host, imports point downwards"] == "BROKEN"


def verdicts(folder: Path) -> dict[str, str]:
    """Return contract → KEPT or BROKEN, as import-linter reports for this folder."""
    report = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
        env={"COLUMNS": "200", "PYTHONPATH": str(folder)},
    ).stdout
    return dict(re.findall(r"^(\S.*?) (KEPT|BROKEN)\b", report, flags=re.MULTILINE))
