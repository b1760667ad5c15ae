"""Every promise, in the order in which a report tells them. Read this first."""

from cms.testing.conformance import (
    content,
    costs,
    discovery,
    events,
    failures,
    imports,
    languages,
    migrations,
    mutations,
    names,
    operations,
    presence,
    shape,
)
from cms.testing.conformance.findings import Check

CHECKS: tuple[Check, ...] = (
    Check("leaves_no_trace_when_absent", "Switched off, it is gone.", presence.traces_when_absent),
    Check("only_adds", "Nothing of others changes.", presence.changes_to_others),
    Check("names_carry_the_label", "Names tell whose a thing is.", names.names_of_others),
    Check("root_fields_are_nullable", "A failure nulls one field.", shape.root_fields_that_are_never_null),
    Check("everything_is_described", "Types and fields explain themselves.", shape.missing_descriptions),
    Check("fields_are_listed_explicitly", "No new column is public unasked.", shape.unlisted_fields),
    Check("operations_are_valid_within_limits", "Its contract can be kept.", operations.invalid_operations),
    Check("operations_do_not_fail", "Its contract is kept.", operations.failing_operations, "content"),
    Check("lists_cost_the_same_for_one_and_three", "No statement per row.", costs.costs_that_grow, "content"),
    Check(
        "mutations_refuse_strangers",
        "Nobody changes what they may not.",
        mutations.mutations_for_anybody,
        "content",
    ),
    Check("content_survives_disabling", "Switching off loses nothing.", content.content_lost_by_disabling),
    Check(
        "migrations_are_complete_and_reversible",
        "It can be removed.",
        migrations.incomplete_migrations,
        "database",
    ),
    Check(
        "migrations_alter_no_other_table",
        "Tables stay whose they are.",
        migrations.altered_tables,
        "database",
    ),
    Check(
        "core_migrations_do_not_depend_on_it",
        "The core is the same without it.",
        migrations.entangled_migrations,
    ),
    Check("both_languages_are_complete", "Everybody can read it.", languages.language_gaps),
    Check(
        "events_carry_references_only", "No content and no personal data leaves.", events.events_with_content
    ),
    Check("errors_name_the_plugin", "A failure is told as its own.", failures.unnamed_failures, "content"),
    Check("imports_only_the_public_api", "It runs with the next release.", imports.imports_behind_the_api),
    Check("has_no_self_discovering_parts", "Nothing runs unasked.", discovery.self_discovering_parts),
)
