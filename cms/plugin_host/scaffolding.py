"""Writes a new plugin: the files of scaffold/ with a label in place, as one value and then on the disk."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from django.template import Context, Engine

from cms.plugin_host.declaration import API_VERSION

TEMPLATES = Path(__file__).parent / "scaffold"
# So that nothing takes a template for a module, nor its folder for tests that a wheel leaves out.
ENDING = "-tpl"
LABEL = re.compile(r"[a-z][a-z0-9]*")
LONGEST_LABEL = 30
NAME = re.compile(r"[^\"\\{}%\n]{1,60}")


class ScaffoldError(ValueError):
    """No plugin can be made like this. The message says what is wrong and what to do."""


@dataclass(frozen=True)
class NewPlugin:
    """What a plugin is called, in every form that its files need."""

    label: str
    name: str
    turkish_name: str
    module: str

    @property
    def prefix(self) -> str:
        """Return what its classes and GraphQL types begin with."""
        return self.label.capitalize()

    @property
    def distribution(self) -> str:
        return f"dilmac-{self.label}"

    @property
    def context(self) -> dict[str, object]:
        """Return what the templates may name."""
        return {
            **asdict(self),
            "prefix": self.prefix,
            "distribution": self.distribution,
            "api": API_VERSION,
            "next_api": int(API_VERSION.partition(".")[0]) + 1,
            "year": date.today().year,
        }


def new_plugin(
    label: str, *, module: str, taken: Collection[str], name: str = "", turkish_name: str = ""
) -> NewPlugin:
    """Return a plugin that can be written. Raises ScaffoldError for a label or a name that cannot be used."""
    if not LABEL.fullmatch(label) or keyword.iskeyword(label) or len(label) > LONGEST_LABEL:
        raise ScaffoldError(
            f"{label!r} cannot be a label: use small letters a–z and digits, a letter first, at most "
            f"{LONGEST_LABEL} characters, and no word of Python. For example: glossary."
        )
    if label in taken:
        raise ScaffoldError(f"{label!r} is taken by an app or a plugin. Choose another label.")
    name = name or label.capitalize()
    for text in (name, turkish_name or name):
        if not NAME.fullmatch(text):
            raise ScaffoldError(
                f"{text!r} cannot be a name: use at most 60 characters on one line, without quotes, "
                "backslashes, braces and per cent signs."
            )
    return NewPlugin(label, name, turkish_name or name, module)


def checkout_files(plugin: NewPlugin) -> dict[str, str]:
    """Return path → text of a plugin that lives in the plugins folder of a checkout."""
    return {**rendered("plugin", plugin), **rendered("checkout", plugin)}


def package_files(plugin: NewPlugin) -> dict[str, str]:
    """Return path → text of a distribution of its own that holds the plugin."""
    source = {f"src/{plugin.module}/{path}": text for path, text in rendered("plugin", plugin).items()}
    return {**source, **rendered("package", plugin)}


def rendered(part: str, plugin: NewPlugin) -> dict[str, str]:
    engine, context = Engine(autoescape=False), Context(plugin.context, autoescape=False)
    return {
        target_of(template.relative_to(TEMPLATES / part), plugin): engine.from_string(
            template.read_text(encoding="utf-8")
        ).render(context)
        for template in sorted((TEMPLATES / part).rglob(f"*{ENDING}"))
        if template.is_file()
    }


def target_of(template: Path, plugin: NewPlugin) -> str:
    return template.as_posix().replace(ENDING, "").replace("Prefix", plugin.prefix)


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into a folder that is not there yet or empty. Raises ScaffoldError for any other."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(
            f"{folder} exists and is not empty. Nothing is overwritten: choose another place."
        )
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if text.startswith("#!"):
            path.chmod(0o755)
