"""The authors' tutorial works as it stands: every file is written, every command is run, in a fresh copy."""

import re
from pathlib import Path

import pytest
from checkouts import ROOT, copy_of_checkout, run

GUIDE = (ROOT / "plugins/README.md").read_text(encoding="utf-8")
TUTORIAL = GUIDE[GUIDE.index("## Twenty minutes") : GUIDE.index("## What it can add")]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (\S+\.py)\n")

pytestmark = pytest.mark.standalone


def test_every_step_does_what_it_says(tmp_path: Path) -> None:
    folder, said = copy_of_checkout(tmp_path / "checkout"), ""
    for kind, text in BLOCK.findall(TUTORIAL):
        if kind == "python":
            write(text, folder)
        elif kind == "console":
            said = "\n".join(answer_to(line, folder) for line in text.splitlines())
        else:
            missing = [line for line in text.splitlines() if line not in said]
            assert missing == [], said


def write(text: str, folder: Path) -> None:
    """Write a block into the file that its first line names."""
    match = FILE.match(text)
    assert match, f"This block names no file: {text[:80]}"
    (folder / match[1]).write_text(text[match.end() :], encoding="utf-8")


def answer_to(line: str, folder: Path) -> str:
    """Return what a command prints; `$` has to succeed, and `!` has to fail."""
    mark, _, command = line.partition(" ")
    program, *arguments = command.split()
    answer = run(folder, *{"python": (), "pytest": ("-m", "pytest")}[program], *arguments)
    assert (answer.returncode == 0) == (mark == "$"), f"{line}\n{answer.stdout}\n{answer.stderr}"
    return answer.stdout + answer.stderr
