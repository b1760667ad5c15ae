"""Each bad plugin breaks one promise, is told which, and what to do; the polite one breaks none."""

import pytest

pytestmark = pytest.mark.standalone

BREAKS = {
    "alters_another_app": ("migrations_alter_no_other_table", "Keep what you need in a table of your own"),
    "crashing_resolver": ("operations_do_not_fail", "Correct the resolver"),
    "illegal_name": ("names_carry_the_label", "Call it illegalNameWeather."),
    "leaking_permission": ("mutations_refuse_strangers", "Look at who asks before anything else"),
    "n_plus_one": (
        "lists_cost_the_same_for_one_and_three",
        "Load what the rows need for all of them at once",
    ),
    "self_discovering": ("has_no_self_discovering_parts", "Remove it. Use the slots viewsets"),
    "crashing_import": ("cms.E107", "Correct or reinstall it."),
    "too_new": ("cms.E102", "Install a version that fits"),
    "missing_dependency": ("cms.E104", "Enable weather>=2 in config/plugins.py"),
    "cyclic_one": ("cms.E105", "Disable one of them."),
    "cyclic_two": ("cms.E105", "Disable one of them."),
    "colliding_field": ("cms.E110", "Rename the field; begin it with colliding_field."),
    "colliding_type": ("cms.E111", "Rename it; begin it with the plugin's label."),
}


@pytest.mark.parametrize("fake", BREAKS)
def test_a_bad_plugin_breaks_exactly_one_promise_and_is_told_what_to_do(fake, verdicts):
    promise, remedy = BREAKS[fake]

    broken = verdicts[fake]

    assert [name for name, _ in broken] == [promise]
    assert remedy in broken[0][1]


def test_the_polite_plugin_keeps_every_promise(verdicts):
    assert verdicts["polite"] == []


def test_every_fake_is_tried(verdicts):
    assert sorted([*BREAKS, "polite"]) == sorted(verdicts)


def test_nothing_of_the_installation_is_touched(verdicts, installation):
    assert not installation.database.exists()
    assert [path.name for path in installation.var.iterdir()] == ["test-databases"]
