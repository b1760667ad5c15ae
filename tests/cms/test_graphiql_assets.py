"""The GraphiQL page stays offline, free of inline code, and made of the files its README names."""

import hashlib
import re
from pathlib import Path

import pytest

CMS = Path(__file__).parents[2] / "cms"
ASSETS = CMS / "static" / "cms" / "graphiql"
TEMPLATE = CMS / "templates" / "cms" / "graphiql.html"
OWN_FILES = [TEMPLATE, ASSETS / "start.js", ASSETS / "page.css"]


def test_vendored_files_have_the_checksums_of_the_readme() -> None:
    readme = (ASSETS / "README.md").read_text("utf-8")
    listed = re.findall(r"^    ([0-9a-f]{64})  (\S+)$", readme, re.MULTILINE)

    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ASSETS / "vendor").iterdir()
        if path.suffix in {".js", ".css"}
    }

    assert found == {name: checksum for checksum, name in listed}


@pytest.mark.parametrize("path", OWN_FILES, ids=lambda path: path.name)
def test_own_files_name_no_other_origin(path: Path) -> None:
    text = path.read_text("utf-8")

    assert re.findall(r"(?:https?:)?//[\w-]+\.[\w.-]+", text) == []


def test_page_has_no_inline_code() -> None:
    page = TEMPLATE.read_text("utf-8")

    scripts = re.findall(r"<script[^>]*>[^<]*</script>", page)
    inline = [script for script in scripts if not re.search(r'\bsrc="[^"]+"></script>$', script)]

    assert len(scripts) == 4
    assert inline == []
    assert re.findall(r"<style|\son\w+=|\sstyle=", page) == []
