"""Whether an upgrade breaks a registered consumer: what changes, compared with what is in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from graphql import DocumentNode, GraphQLError, validate

from cms.operations.coordinates import coordinates_by_node, used_coordinates
from cms.operations.deprecations import deprecations, removal_date
from cms.operations.findings import Finding, Use, Verdict
from cms.operations.schema_changes import Harm, SchemaChange
from cms.operations.upgrade import Upgrade

Judged = tuple[Finding, frozenset[str]]  # with everything that it touches


def upgrade_findings(upgrade: Upgrade) -> tuple[Finding, ...]:
    """Return everything that somebody should know about the upgrade, the worst first."""
    judged = (*absences(upgrade), *changes(upgrade))
    explained = {(use, name) for finding, touched in judged for use in finding.uses for name in touched}
    found = (
        *(finding for finding, _ in judged),
        *misfits(upgrade, explained),
        *warnings(upgrade),
    )
    return tuple(
        sorted(found, key=lambda finding: (list(Verdict).index(finding.verdict), finding.coordinate))
    )


def absences(upgrade: Upgrade) -> Iterator[Judged]:
    """Yield what the absence of a plugin means, once for each plugin and not for each of its types."""
    gone: dict[str, list[SchemaChange]] = {}
    for change in upgrade.changes:
        owner = upgrade.owners.of(change.coordinate)
        if change.harm is Harm.BREAKING and owner not in upgrade.present:
            gone.setdefault(owner, []).append(change)
    for label, lost in sorted(gone.items()):
        touched = frozenset(chain.from_iterable(change.touches for change in lost))
        uses = upgrade.uses(touched)
        without = tuple(use for use in uses if upgrade.does_without(use, label))
        needing = tuple(use for use in uses if use not in without)
        message = f"The plugin {label} is disabled or removed, and {len(lost)} parts of the contract with it."
        remedy = f"Enable {label}, or have it listed under optional_plugins by whoever can do without it."
        verdict = Verdict.BREAKS if needing else Verdict.UNUSED
        yield Finding(verdict, "PLUGIN_ABSENT", label, label, message, needing, remedy), touched
        if without:
            known = f"The plugin {label} is absent; these say that they can do without it."
            yield Finding(Verdict.DANGEROUS, "PLUGIN_ABSENT", label, label, known, without), touched


def changes(upgrade: Upgrade) -> Iterator[Judged]:
    """Yield what each change means to those who use what it touches."""
    for change in upgrade.changes:
        owner = upgrade.owners.of(change.coordinate)
        if change.harm is Harm.BREAKING and owner not in upgrade.present:
            continue  # told once for the plugin
        uses = upgrade.uses(change.touches) if change.harm is not Harm.SAFE else ()
        verdict = verdict_on(change.harm, uses)
        remedy = remedy_for(owner, uses) if verdict is Verdict.BREAKS else ""
        yield (
            Finding(verdict, change.code, change.coordinate, owner, change.message, uses, remedy),
            change.touches,
        )


def verdict_on(harm: Harm, uses: tuple[Use, ...]) -> Verdict:
    if harm is Harm.BREAKING:
        return Verdict.BREAKS if uses else Verdict.UNUSED
    return Verdict.DANGEROUS if harm is Harm.DANGEROUS else Verdict.SAFE


def remedy_for(owner: str, uses: tuple[Use, ...]) -> str:
    names = ", ".join(sorted({use.consumer for use in uses}))
    return (
        f"Stay with the {owner} of now until {names} has registered operations that do without it; "
        f"its author should keep it, deprecated with “Removal: YYYY-MM-DD.”, until then."
    )


def misfits(upgrade: Upgrade, explained: set[tuple[Use, str]]) -> Iterator[Finding]:
    """Yield why an operation does not fit the composed schema, unless a change has explained it already."""
    found: dict[tuple[str, str], list[Use]] = {}
    for use, document in upgrade.operations.items():
        for names, message in refusals(document, upgrade):
            if not any((use, name) in explained for name in names):
                found.setdefault((most_precise(names), message), []).append(use)
    for use, event in upgrade.received.items():
        if event not in upgrade.composed.events and (use, event) not in explained:
            found.setdefault((event, f"The event {event} is not announced."), []).append(use)
    for (coordinate, message), uses in found.items():
        owner = upgrade.owners.of(coordinate)
        yield from misfit(upgrade, coordinate, owner, message, uses)


def misfit(
    upgrade: Upgrade, coordinate: str, owner: str, message: str, uses: Iterable[Use]
) -> Iterator[Finding]:
    without = tuple(use for use in uses if upgrade.does_without(use, owner))
    needing = tuple(use for use in uses if use not in without)
    if without:
        yield Finding(Verdict.DANGEROUS, "PLUGIN_ABSENT", coordinate, owner, message, without)
    if needing:
        remedy = (
            f"Have {', '.join(sorted({use.consumer for use in needing}))} register operations that fit"
            if owner in upgrade.present
            else f"Enable the plugin {owner}, or have it listed under optional_plugins"
        )
        yield Finding(Verdict.BREAKS, "DOES_NOT_FIT", coordinate, owner, message, needing, f"{remedy}.")


def refusals(document: DocumentNode, upgrade: Upgrade) -> Iterator[tuple[frozenset[str], str]]:
    """Yield each reason why the document does not fit, with the coordinates where it does not."""
    errors: list[GraphQLError] = validate(upgrade.composed.schema, document)
    if not errors:
        return
    places = coordinates_by_node(document, upgrade.composed.schema)
    for error in errors:
        named = (places.get(id(node), frozenset()) for node in error.nodes or ())
        yield frozenset(chain.from_iterable(named)), error.message


def most_precise(names: frozenset[str]) -> str:
    """Return the coordinate to show: an argument before a field, a field before a type."""
    return min(sorted(names), key=lambda name: ("(" not in name, "." not in name), default="")


def warnings(upgrade: Upgrade) -> Iterator[Finding]:
    """Yield what is deprecated, and who still uses it; without a day of removal it is no fair warning."""
    schema = upgrade.composed.schema
    used = {use: used_coordinates(document, schema) for use, document in upgrade.operations.items()}
    for coordinate, reason in deprecations(schema).items():
        uses = tuple(use for use, names in used.items() if coordinate in names)
        dated = removal_date(reason) is not None
        yield Finding(
            Verdict.DEPRECATED if dated else Verdict.BREAKS,
            "DEPRECATED" if dated else "DEPRECATED_WITHOUT_DATE",
            coordinate,
            upgrade.owners.of(coordinate),
            reason,
            uses,
            ""
            if dated
            else "Its author should say when it goes: “Removal: YYYY-MM-DD.” at the end of the reason.",
        )
