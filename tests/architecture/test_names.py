"""A name says what is inside; a drawer for everything has none."""

import ast

from sources import modules

DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "handlers",
}
VAGUE_ENDINGS = ("Manager", "Helper", "Utils", "Util", "Processor", "Handler")
VAGUE_BEGINNINGS = ("handle_", "process_")
DICTATED = {
    *("handle_starttag", "handle_endtag", "handle_data"),  # by html.parser
    "process_exception",  # by Django, of a middleware
    "handle_error",  # by socketserver
    *("handle_RCPT", "handle_DATA"),  # by aiosmtpd
}


def test_no_module_or_package_is_a_drawer_for_everything() -> None:
    drawers = [str(module.path) for module in modules() if DRAWERS & {*module.path.parts, module.path.stem}]

    assert drawers == []


def test_no_class_is_named_after_nothing() -> None:
    # A manager in Django's sense is one: a class that derives from a Manager may say so.
    vague = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_ENDINGS) and not inherits_manager(node)
    ]

    assert vague == []


def test_no_function_merely_handles_or_processes() -> None:
    vague = [
        f"{function.path}:{function.line} {function.name}"
        for module in modules()
        for function in module.functions
        if function.name.startswith(VAGUE_BEGINNINGS) and function.name not in DICTATED
    ]

    assert vague == []


def inherits_manager(node: ast.ClassDef) -> bool:
    names = (ast.unparse(base).split("(")[0].removesuffix(".from_queryset") for base in node.bases)
    return any(name.endswith("Manager") for name in names)
