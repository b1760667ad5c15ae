"""What comes in from outside comes in at one known place: the environment, signals, and a plugin's parts."""

import ast
from collections.abc import Iterator
from pathlib import Path

from sources import Module, modules, tracked

# CI’s own scripts are no part of the product.
CODE = [module for module in modules() if not module.is_test and module.path.parts[0] != ".ci"]
# They name the settings module if nobody has; none reads a value.
NAMES_THE_SETTINGS = {
    *("manage.py", "config/wsgi.py"),
    *("plugins/consultation/benchmarks/submitting.py", "plugins/networks/importing/__main__.py"),
}
# What is measured beside the product is another product, in an environment of its own.
PEER = Path("cms/testing/benchmarks/delivery/grapple")
# A program that runs without the product asks LANG for the language to speak.
STANDS_ALONE = {"plugins/consultation/transparency/verify_receipt.py": ["os.environ.get"]}
SELF_DISCOVERED = {"wagtail_hooks.py", "templatetags", "management"}


def test_only_one_module_reads_the_environment() -> None:
    ours = [module for module in CODE if PEER not in module.path.parents]
    readers = {str(module.path): readings(module) for module in ours if readings(module)}

    del readers["config/env.py"]

    assert readers == {name: ["os.environ.setdefault"] for name in NAMES_THE_SETTINGS} | STANDS_ALONE


def test_signals_are_connected_at_the_border_only() -> None:
    borders = {
        str(module.path) for module in CODE if "signal" in module.text.lower() and connects_signals(module)
    }

    listens_while_a_test_edits = {"cms/testing/changes.py"}
    assert borders <= {"cms/apps.py", "cms/translation/border.py", *listens_while_a_test_edits}


def test_no_plugin_has_files_that_run_while_it_is_disabled() -> None:
    # Django and Wagtail import these from every installed app, enabled or not.
    found = [str(path) for path in tracked("plugins/*") if SELF_DISCOVERED & set(path.parts)]

    assert found == []


def readings(module: Module) -> list[str]:
    """Return how the module reaches for environment variables, as source text."""
    return [
        text
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute | ast.ImportFrom)
        for text in [ast.unparse(node)]
        if text.startswith(("os.environ.", "os.getenv"))
        or (isinstance(node, ast.ImportFrom) and node.module == "os" and "env" in text)
        or (text == "os.environ" and not is_followed(module, node))
    ]


def is_followed(module: Module, node: ast.AST) -> bool:
    """Whether a method is asked of the value, which is then reported in its place."""
    return any(isinstance(other, ast.Attribute) and other.value is node for other in ast.walk(module.tree))


def connects_signals(module: Module) -> bool:
    return any(connections(module.tree))


def connections(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".connect", "receiver")):
            yield node
