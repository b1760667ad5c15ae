"""What the container files say must be true of the product they start."""

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from config.env import Environment

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
OURS = {name: part for name, part in COMPOSE["services"].items() if part["image"] == "dilmac"}


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_one_that_the_product_reads(name):
    assert {variable.lower() for variable in OURS[name]["environment"]} <= set(Environment.model_fields)


@pytest.mark.parametrize("name", sorted(set(OURS) - {"web"}))
def test_every_command_exists(name):
    commands = re.findall(r"manage\.py (\w+)", OURS[name]["command"])

    assert commands
    assert set(commands) <= set(get_commands())


def test_the_image_holds_what_the_package_holds_and_no_more():
    wanted = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert wanted == {
        *("cms", "config", "frontend_contract", "plugins"),
        *("LICENSE", "README.md", "manage.py", "pyproject.toml", "uv.lock"),
    }
    assert all((ROOT / name).exists() for name in wanted)
