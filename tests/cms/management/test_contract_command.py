import json
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.graphql.schema import current_schema
from cms.management.commands.contract import refuse_broken
from cms.operations.contract import Contract
from cms.operations.documents import OperationDocument

CONSUMER = "version: 3\ncontact: web@example.org\nsince: 2026-05-01\n"


@pytest.fixture
def contract(settings, tmp_path):
    """A contract of its own, with the real core operations and one consumer, just exported."""
    shutil.copytree(settings.FRONTEND_CONTRACT_DIR / "operations", tmp_path / "operations")
    settings.FRONTEND_CONTRACT_DIR = tmp_path
    register(tmp_path, "query Frame { site(locale: TR) { name tagline } }")
    run("export")
    return tmp_path


def register(folder, query):
    consumer = folder / "consumers" / "site"
    consumer.mkdir(parents=True, exist_ok=True)
    (consumer / "consumer.yaml").write_text(CONSUMER)
    (consumer / "all.graphql").write_text(query)


def run(*arguments):
    output = StringIO()
    call_command("contract", *arguments, stdout=output)
    return output.getvalue()


def refused(*arguments):
    output = StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("contract", *arguments, stdout=output)
    return output.getvalue(), refusal.value


def publish_more(folder, type_name, field):
    """Let the published schema have a field more than there is: as if an upgrade had removed it."""
    file = folder / "schema.graphql"
    head = f"type {type_name} "
    before, after = file.read_text().split(head, 1)
    file.write_text(before + head + after.replace("{\n", f"{{\n  {field}\n", 1))


def test_export_changes_nothing_the_second_time(contract):
    line = run("export")

    assert line.startswith("Contract: schema, manifest, ")
    assert line.endswith(" events; changed: nothing.\n")


def test_export_check_shows_the_difference_and_what_to_run(contract):
    publish_more(contract, "Site", "motto: String")
    schema = (contract / "schema.graphql").read_text()

    output, refusal = refused("export", "--check")

    assert str(refusal) == (
        "The frontend contract is out of date: schema.graphql. Run make contract and commit the result."
    )
    assert "-  motto: String" in output.splitlines()
    assert (contract / "schema.graphql").read_text() == schema


def test_export_check_passes_and_writes_nothing_when_all_is_current(contract):
    before = {file: file.stat().st_mtime_ns for file in contract.rglob("*.*")}

    run("export", "--check")

    assert {file: file.stat().st_mtime_ns for file in contract.rglob("*.*")} == before


def test_export_removes_copies_that_no_enabled_plugin_owns(contract):
    orphan = contract / "operations" / "vanished" / "Vanished.graphql"
    orphan.parent.mkdir()
    orphan.write_text("query Vanished { __typename }")

    line = run("export")

    assert line.endswith("changed: operations/vanished/Vanished.graphql.\n")
    assert not orphan.exists()


def test_export_to_another_folder_has_the_operations_of_the_core_too(contract, tmp_path_factory):
    folder = tmp_path_factory.mktemp("deployment")

    run("export", "--folder", str(folder))

    source = contract / "operations" / "SiteFrame.graphql"
    assert (folder / "operations" / "SiteFrame.graphql").read_text() == source.read_text()
    assert run("check", "--folder", str(folder)).startswith("Upgrade: 0 breaks")


def test_export_publishes_no_broken_operation():
    broken = OperationDocument("Broken", "cms", "query Broken { nothing }", {"tr": "…", "en": "…"})

    with pytest.raises(CommandError) as refusal:
        refuse_broken(Contract(current_schema().graphql, (broken,)))

    assert str(refusal.value) == (
        "These operations cannot be published:\n  Broken (cms): Cannot query field 'nothing' on type 'Query'."
    )


def test_check_passes_while_nothing_changes(contract):
    assert run("check") == "Upgrade: 0 breaks, 0 breaks nobody, 0 deprecated, 0 dangerous, 0 safe.\n"


def test_check_refuses_what_breaks_a_consumer_and_says_who_to_ask(contract):
    publish_more(contract, "Site", "motto: String")
    register(contract, "query Frame { site(locale: TR) { name motto } }")

    output, refusal = refused("check")

    assert (str(refusal), refusal.returncode) == (
        "This upgrade breaks: site. Deploy it only after what is listed above is done.",
        1,
    )
    assert "  Site.motto (owner: cms): Site.motto was removed." in output.splitlines()
    assert "    used by site 3 (web@example.org), operation Frame" in output.splitlines()


def test_check_names_the_plugin_whose_part_is_missing(contract):
    publish_more(contract, "NetworksOrganisation", "motto: String")
    register(contract, "query Mottos { networksOrganisations(locale: TR) { nodes { motto } } }")

    output, _ = refused("check", "--json")

    (finding,) = [item for item in json.loads(output)["findings"] if item["verdict"] == "breaks"]
    assert (finding["owner"], finding["coordinate"]) == ("networks", "NetworksOrganisation.motto")


def test_check_refuses_what_breaks_nobody_only_when_strict(contract):
    publish_more(contract, "Site", "motto: String")

    lenient = run("check")
    _, refusal = refused("check", "--strict")

    assert lenient.splitlines()[0] == "Breaks nothing that is registered:"
    assert "nobody registered" in str(refusal)


def test_check_tells_whom_the_absence_of_a_plugin_would_break(contract):
    register(contract, "query Names { networksOrganisations(locale: TR) { totalCount } }")

    output, refusal = refused("check", "--without", "networks")
    alone = run("check", "--without", "timelines")

    assert output.splitlines()[1].startswith("  networks (owner: networks): The plugin networks is disabled")
    assert str(refusal).startswith("This upgrade breaks: site.")
    assert alone.splitlines()[-1].startswith("Upgrade: 0 breaks, 1 breaks nobody")


def test_check_without_a_plugin_that_does_not_run_says_which_do(contract):
    _, refusal = refused("check", "--without", "news")

    assert (str(refusal), refusal.returncode) == (
        "news does not run here. Running: consultation, networks, timelines.",
        2,
    )


def test_check_against_another_schema(contract, tmp_path):
    other = tmp_path / "older.graphql"
    other.write_text("type Query { motto: String }")

    output = run("check", "--against", str(other))

    assert "  Query.motto (owner: cms): Query.motto was removed." in output.splitlines()


@pytest.mark.parametrize(
    ("damage", "arguments"),
    [
        ({}, ["--against", "nowhere.graphql"]),
        ({"schema.graphql": "type {"}, []),
        ({"manifest.json": "["}, []),
        ({"consumers/site/all.graphql": "{ anonymous }"}, []),
    ],
)
def test_check_that_cannot_be_made_has_an_exit_status_of_its_own(contract, damage, arguments):
    for name, text in damage.items():
        (contract / name).write_text(text)

    _, refusal = refused("check", *arguments)

    assert refusal.returncode == 2


def test_export_publishes_nothing_that_breaks_a_consumer_until_it_is_accepted(contract):
    file = contract / "schema.graphql"
    file.write_text(file.read_text().replace("  tagline: String\n", "  tagline: String!\n"))

    output, refusal = refused("export")
    accepted = run("export", "--accept", "Site.tagline")

    assert "Site.tagline changed type from String! to String." in output
    assert refusal.returncode == 1
    assert accepted.endswith("changed: schema.graphql.\n")


def test_consumers_are_listed_with_whom_to_ask(contract):
    listed, described = run("consumers"), json.loads(run("consumers", "--json"))

    assert listed == "site 3: 1 operations, 0 events; ask web@example.org; since 2026-05-01.\n"
    assert described[0]["operations"] == ["Frame"]
