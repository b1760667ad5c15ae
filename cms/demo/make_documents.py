"""Makes the files of the demonstration site again from `sources/`; writes to `files/` and nowhere else.

Run by hand after a change in `sources/`: `python -m cms.demo.make_documents [path of Chromium]`. It needs the
development dependencies and Chromium. The product never runs it: the files are committed.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from cms.demo.making.deck import write_deck
from cms.demo.making.originals import DEMO, FILES, SOURCES, read_original
from cms.demo.making.printing import draw_image, print_page
from cms.demo.making.protocol import print_protocol, write_protocol
from cms.demo.making.word import write_form

PRINTED = {
    "slides_2.html": "program-ve-temiz-uretim-merkezleri.pdf",
    "fact_sheet_tr.html": "temiz-uretim-bilgi-notu.pdf",
    "fact_sheet_en.html": "cleaner-production-fact-sheet.pdf",
}


def main() -> None:
    """Make every file and say what was made."""
    parser = argparse.ArgumentParser(description="Make the documents of the demonstration site again.")
    parser.add_argument("chromium", nargs="?", default=shutil.which("chromium"), help="path of Chromium")
    chromium = parser.parse_args().chromium
    if chromium is None:
        parser.error("Chromium was not found; give its path as the argument.")
    (FILES / "images").mkdir(parents=True, exist_ok=True)
    for made in make_all(chromium):
        size = made.stat().st_size
        print(f"{made.relative_to(DEMO)}  {size:,} bytes")  # noqa: T201 -- a command that reports what it made


def make_all(chromium: str) -> Iterator[Path]:
    """Yield each file as soon as it is made; images come first because a deck uses one."""
    for drawing in sorted((SOURCES / "images").glob("*.svg")):
        yield draw_image(drawing, target=FILES / "images" / f"{drawing.stem}.png", chromium=chromium)
    for page, name in PRINTED.items():
        yield print_page(SOURCES / page, target=FILES / name, chromium=chromium)
    protocol = read_original("draft_protocol.yaml")
    yield write_protocol(protocol, target=FILES / "taslak-protokol.docx")
    yield print_protocol(protocol, target=FILES / "taslak-protokol.pdf", chromium=chromium)
    yield write_form(read_original("opinion_form.yaml"), target=FILES / "kurum-gorusu-formu.docx")
    yield write_deck(read_original("slides_1.yaml"), target=FILES / "ulusal-temiz-uretim-merkezleri.pptx")


if __name__ == "__main__":
    main()
