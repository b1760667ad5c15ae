"""A plugin that lives elsewhere: released, installed, switched off and on, removed, upgraded."""

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from installations import Installation, wheel_of

ROOT = Path(__file__).resolve().parents[2]
ON = '"glossary": {}'
OFF = '"glossary": {"enabled": False}'

# What an author adds to the scaffold: a listing of the letters under which there is something.
LETTERS = """
    glossary_letters = graphene.List(
        graphene.NonNull(graphene.String),
        description="First letters of the public entries, in the order of the alphabet.",
        locale=LocaleCode(required=True, description="The language of the reader."),
    )

    def resolve_glossary_letters(root: None, info: GraphQLResolveInfo, locale: str) -> list[str]:
        entries = public_entries(locale, audience=context_of(info).audience)
        return list(dict.fromkeys(entry.title[0] for entry in entries))
"""
WRITE = """
from dilmac_glossary.models import Entry
from wagtail.models import Locale
for title in ("İklim", "Ilıman", "Isı"):
    Entry.objects.create(title=title, text="…", locale=Locale.objects.get(language_code="tr"))
"""
DELETE = "from dilmac_glossary.models import Entry; Entry.objects.all().delete()"
LISTING = "{ glossaryLetters(locale: TR) glossaryEntries(locale: TR) { nodes { title } } }"
LISTED = {
    "glossaryLetters": ["I", "İ"],
    "glossaryEntries": {"nodes": [{"title": "Ilıman"}, {"title": "Isı"}, {"title": "İklim"}]},
}
SCHEMA = "{ __schema { types { name fields { name } } } }"

CONSUMER = "version: 4\ncontact: reader@example.org\nsince: 2026-05-01\n"
QUERY = "query Words { glossaryEntries(locale: TR) { nodes { title text } } }"
TEXT = 'text = graphene.String(required=True, description="Plain text; may be empty.")'
OLD_TEXT = TEXT.replace(")", ', deprecation_reason="Use title. Removal: 2027-06-01.")')

pytestmark = pytest.mark.standalone


@pytest.fixture(scope="module")
def dilmac(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of Dilmaç, built from this checkout."""
    return wheel_of(ROOT, tmp_path_factory.mktemp("release"))


@pytest.fixture
def site(dilmac: Path, tmp_path: Path) -> Installation:
    """An installation in which the first version of the plugin is available."""
    site = Installation(tmp_path)
    site.make()
    site.install(dilmac)
    site.manage("startplugin", "glossary", "--package", "--directory", "glossary")
    with source(site, "graphql.py").open("a") as file:
        file.write(LETTERS)
    release(site, "0.1.0")
    return site


def source(site: Installation, name: str) -> Path:
    return site.folder / "glossary" / "src" / "dilmac_glossary" / name


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text()
    assert before in text, f"{file} has no {before!r}"
    file.write_text(text.replace(before, after))


def release(site: Installation, version: str) -> None:
    """Build the plugin under a version, and install that."""
    for file in (source(site, "apps.py"), site.folder / "glossary" / "pyproject.toml"):
        change(file, 'version = "0.1.0"', f'version = "{version}"')
    site.install(wheel_of(site.folder / "glossary", site.folder))
    for file in (source(site, "apps.py"), site.folder / "glossary" / "pyproject.toml"):
        change(file, f'version = "{version}"', 'version = "0.1.0"')


def test_wheel_holds_everything_that_runs_and_no_tests(dilmac):
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, text=True)
    parts = ("cms/", "plugins/", "config/", "frontend_contract/")
    tracked = {
        name for name in listed.stdout.splitlines() if name.startswith(parts) and (ROOT / name).exists()
    }

    packed = {name for name in ZipFile(dilmac).namelist() if name.startswith(parts)}

    assert {name for name in tracked if "/tests/" not in name} - packed == set()
    assert [name for name in packed if "/tests/" in name] == []


def test_plugin_is_switched_on_off_and_on_again_and_removed(site):
    site.list_plugins(ON)
    site.manage("migrate", "--verbosity", "0")
    site.manage("shell", "--verbosity", "0", "--command", WRITE)
    with site.serving() as ask:
        first = ask(LISTING)

    site.list_plugins(OFF)
    with site.serving() as ask:
        trace = [name for name in map(str, ask(SCHEMA)["data"]["__schema"]["types"]) if "lossary" in name]
    site.list_plugins(ON)
    with site.serving() as ask:
        again = ask(LISTING)
    site.list_plugins(OFF)
    refused = site.manage("removeplugin", "glossary", "--no-input", status=1)
    site.manage("shell", "--verbosity", "0", "--command", DELETE)
    removed = site.manage("removeplugin", "glossary", "--no-input")

    assert first == {"data": LISTED}
    assert trace == []
    assert again == {"data": LISTED}
    assert "glossary is not removed" in refused
    assert "Removed glossary. Nothing of it is left in the database." in removed


def test_upgrade_that_takes_away_what_a_frontend_uses_is_refused_and_a_deprecation_warns(site):
    site.list_plugins(ON)
    site.manage("contract", "export", "--folder", "contract")
    consumer = site.folder / "contract" / "consumers" / "reader"
    consumer.mkdir(parents=True)
    (consumer / "consumer.yaml").write_text(CONSUMER)
    (consumer / "words.graphql").write_text(QUERY)
    check = ("contract", "check", "--folder", "contract")
    site.manage(*check)

    change(source(site, "graphql.py"), TEXT, "")
    change(source(site, "operations/GlossaryEntries.graphql"), "      text\n", "")
    release(site, "2.0.0")
    refused = site.manage(*check, status=1)

    change(source(site, "graphql.py"), "    title = graphene", f"    {OLD_TEXT}\n    title = graphene")
    release(site, "1.1.0")
    warned = site.manage(*check)

    use = "    used by reader 4 (reader@example.org), operation Words"
    assert "  GlossaryEntry.text (owner: glossary): GlossaryEntry.text was removed." in refused.splitlines()
    assert use in refused.splitlines()
    assert "This upgrade breaks: reader." in refused
    assert warned.splitlines()[:3] == [
        "Works, but goes away: warn these:",
        "  GlossaryEntry.text (owner: glossary): Use title. Removal: 2027-06-01.",
        use,
    ]
