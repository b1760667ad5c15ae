"""manage.py contract: publishes what frontends rely on, and says whom an upgrade would break.

Exit status: 0 all is well, 1 something has to be done first, 2 it could not be found out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser

from cms.graphql.offering import offered_by
from cms.graphql.schema import ComposedSchema, compose_schema, current_schema
from cms.operations.checking import operation_problems
from cms.operations.consumers import Consumer, ConsumerError, read_consumers
from cms.operations.contract import COPIED_FROM_CORE, GENERATED, Contract, contract_files
from cms.operations.documents import OperationError
from cms.operations.event_schemas import event_schemas
from cms.operations.findings import Finding, Verdict, lines
from cms.operations.folders import Change, apply, changes
from cms.operations.judging import upgrade_findings
from cms.operations.ownership import Owners
from cms.operations.published import NothingPublished, read_published
from cms.operations.upgrade import Offer, Upgrade
from cms.plugin_host.discovery import available_plugins

LONGEST_DIFF = 40  # lines of each file
UNKNOWN = 2  # exit status: nothing can be said


class Command(BaseCommand):
    help = "Publish what frontends rely on; check whom an upgrade would break; list who is registered."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("check", help="say whom the schema of now would break")
        check.add_argument("--against", type=Path, help="the published schema; default: that of the folder")
        check.add_argument(
            "--without", action="append", default=[], metavar="PLUGIN", help="as if this plugin were absent"
        )
        check.add_argument("--strict", action="store_true", help="also refuse what breaks nobody registered")
        export = actions.add_parser("export", help="write schema, operations, events and manifest")
        export.add_argument(
            "--check", action="store_true", help="write nothing; fail if anything would change"
        )
        export.add_argument(
            "--accept", action="append", default=[], metavar="TYPE.FIELD", help="publish this breaking change"
        )
        consumers = actions.add_parser("consumers", help="list the registered frontends")
        for action in (check, export, consumers):
            action.add_argument(
                "--folder", type=Path, default=settings.FRONTEND_CONTRACT_DIR, help="where the contract lies"
            )
        for action in (check, consumers):
            action.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            {"check": self.check_upgrade, "export": self.export, "consumers": self.list_consumers}[
                options["action"]
            ](options)
        except (ConsumerError, NothingPublished, OperationError) as error:
            raise CommandError(str(error), returncode=UNKNOWN) from None

    def check_upgrade(self, options: dict[str, Any]) -> None:
        against = options["against"] or options["folder"] / "schema.graphql"
        schema = schema_without(options["without"])
        findings = upgrade_findings(upgrade_from(against, options["folder"], schema=schema))
        self.tell(findings, as_json=options["json"])
        refuse(findings, strict=options["strict"])

    def export(self, options: dict[str, Any]) -> None:
        folder = options["folder"]
        is_copy = folder.resolve() != Path(settings.FRONTEND_CONTRACT_DIR).resolve()
        contract = publishable()
        owned = (*GENERATED, COPIED_FROM_CORE) if is_copy else GENERATED
        todo = changes(contract_files(contract, is_copy=is_copy), folder=folder, owned=owned)
        if options["check"]:
            self.refuse_stale(todo)
        self.refuse_breaking(folder, accepted=frozenset(options["accept"]))
        apply(todo, folder=folder)
        changed = ", ".join(change.path for change in todo) or "nothing"
        counted = f"{len(contract.documents)} operations and {len(contract.events)} events"
        self.stdout.write(f"Contract: schema, manifest, {counted}; changed: {changed}.")

    def list_consumers(self, options: dict[str, Any]) -> None:
        consumers = consumers_in(options["folder"])
        if options["json"]:
            self.stdout.write(json.dumps([described(consumer) for consumer in consumers], indent=2))
            return
        for consumer in consumers:
            counted = f"{len(consumer.operations)} operations, {len(consumer.events)} events"
            whom = f"ask {consumer.contact}; since {consumer.since}"
            self.stdout.write(f"{consumer.name} {consumer.version}: {counted}; {whom}.")

    def tell(self, findings: tuple[Finding, ...], *, as_json: bool) -> None:
        text = (
            json.dumps(
                {"findings": [finding.as_json() for finding in findings]}, ensure_ascii=False, indent=2
            )
            if as_json
            else "\n".join(lines(findings))
        )
        self.stdout.write(text)

    def refuse_breaking(self, folder: Path, *, accepted: frozenset[str]) -> None:
        """Print whom publishing would break. Raises CommandError if it would break anybody."""
        if not (folder / "schema.graphql").is_file():
            return  # nothing is published yet, so nobody relies on it
        findings = upgrade_findings(
            upgrade_from(folder / "schema.graphql", folder, schema=current_schema(), accepted=accepted)
        )
        if any(finding.verdict is Verdict.BREAKS for finding in findings):
            self.tell(findings, as_json=False)
        refuse(findings, strict=False)

    def refuse_stale(self, todo: tuple[Change, ...]) -> None:
        """Print how the files differ. Raises CommandError if they do."""
        if not todo:
            return
        for change in todo:
            self.stdout.write("\n".join(change.diff[:LONGEST_DIFF]))
            if (rest := len(change.diff) - LONGEST_DIFF) > 0:
                self.stdout.write(f"… and {rest} more lines in {change.path}")
        names = ", ".join(change.path for change in todo)
        raise CommandError(
            f"The frontend contract is out of date: {names}. Run make contract and commit the result."
        )


def publishable() -> Contract:
    """Return what is offered now. Raises CommandError while an operation breaks the contract's own rules."""
    contract = offered_by(current_schema())
    refuse_broken(contract)
    return contract


def refuse_broken(contract: Contract) -> None:
    languages = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
    if problems := operation_problems(contract.documents, schema=contract.schema, languages=languages):
        raise CommandError(
            "\n".join(["These operations cannot be published:", *(f"  {p}" for p in problems)])
        )


def schema_without(labels: Sequence[str]) -> ComposedSchema:
    """Return the schema of now, without these plugins. Raises CommandError for one that does not run."""
    plugins = current_schema().plugins
    running = {plugin.label for plugin in plugins.enabled}
    if unknown := sorted(set(labels) - running):
        raise CommandError(
            f"{', '.join(unknown)} does not run here. Running: {', '.join(sorted(running))}.",
            returncode=UNKNOWN,
        )
    return compose_schema(plugins.without(*labels))


def upgrade_from(
    schema_file: Path, folder: Path, *, schema: ComposedSchema, accepted: frozenset[str] = frozenset()
) -> Upgrade:
    """Return the upgrade from a published schema, for the consumers registered in the contract's folder."""
    published = read_published(schema_file)
    contract = offered_by(schema)
    events = {event.name: label for label, event in schema.plugins.collect("events")}
    installed = frozenset(plugin.label for plugin in schema.plugins.plugins) | available_plugins().keys()
    return Upgrade(
        published.offer,
        Offer(contract.schema, event_schemas(contract.events)),
        consumers_in(folder),
        Owners({**contract.owners, **events}, published.owners, installed),
        frozenset(contributor.label for contributor in schema.plugins.contributors),
        accepted,
    )


def consumers_in(folder: Path) -> tuple[Consumer, ...]:
    return read_consumers(folder / "consumers")


def refuse(findings: tuple[Finding, ...], *, strict: bool) -> None:
    """Raise CommandError if the upgrade breaks a consumer; when strict, also if it breaks anything."""
    fatal = {Verdict.BREAKS, Verdict.UNUSED} if strict else {Verdict.BREAKS}
    if not (found := [finding for finding in findings if finding.verdict in fatal]):
        return
    consumers = sorted({use.consumer for finding in found for use in finding.uses})
    whom = ", ".join(consumers) or "nobody registered, but --strict refuses it"
    raise CommandError(f"This upgrade breaks: {whom}. Deploy it only after what is listed above is done.")


def described(consumer: Consumer) -> dict[str, Any]:  # Any: JSON
    return {
        "name": consumer.name,
        "version": consumer.version,
        "contact": consumer.contact,
        "since": consumer.since.isoformat(),
        "operations": sorted(consumer.operations),
        "events": list(consumer.events),
        "optional_plugins": sorted(consumer.optional_plugins),
    }
