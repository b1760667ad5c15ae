"""The originals the documents are made from, and what all documents share; reads `sources/`."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

Original = Mapping[str, Any]  # the shape of each original is described at the top of its file

DEMO = Path(__file__).parent.parent
SOURCES = DEMO / "sources"
FILES = DEMO / "files"
AUTHOR = "Örnek Yayın Ekibi"
# A fixed date, so that the same originals give the same files.
MADE_AT = datetime(2026, 1, 1, 12, 0)


def read_original(name: str) -> Original:
    """Return the content of one YAML file of `sources/`."""
    return dict(yaml.safe_load((SOURCES / name).read_text(encoding="utf-8")))


def fix_times(package: Path) -> Path:
    """Give every part of a DOCX or PPTX the same date, and return the package."""
    with zipfile.ZipFile(package) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, date_time=MADE_AT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return package
