"""Prints HTML to PDF and draws SVG as PNG with a headless Chromium; starts that process and nothing else."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from cms.demo.making.originals import MADE_AT


def print_page(page: Path, *, target: Path, chromium: str) -> Path:
    """Return a tagged PDF whose title and language are those of the page."""
    run_chromium(chromium, "--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri())
    stamp = MADE_AT.strftime("D:%Y%m%d%H%M%S").encode()
    # The new dates are as long as the old ones: the offsets stored in the file stay right.
    target.write_bytes(re.sub(rb"D:\d{14}", stamp, target.read_bytes()))
    return target


def draw_image(drawing: Path, *, target: Path, chromium: str) -> Path:
    """Return a PNG of the drawing, 1200 by 675 pixels, in at most 128 colours."""
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "shot.png"
        run_chromium(
            chromium, "--hide-scrollbars", "--window-size=1200,675", f"--screenshot={shot}", drawing.as_uri()
        )
        Image.open(shot).convert("RGB").quantize(128).save(target, optimize=True)
    return target


def run_chromium(chromium: str, *arguments: str) -> None:
    """Run Chromium once, without a window; raises CalledProcessError when it fails."""
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 -- own arguments, no shell
