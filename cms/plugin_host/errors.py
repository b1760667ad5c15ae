"""The one complaint about a plugin: who, what, and what to do about it."""

from traceback import extract_tb

from django.core.exceptions import ImproperlyConfigured


class PluginError(ImproperlyConfigured):
    """A plugin cannot be used as declared. The message begins with its name and ends with the remedy."""

    def __init__(self, plugin: str, problem: str, *, code: str, remedy: str) -> None:
        self.plugin = plugin
        self.problem = problem
        self.code = code
        self.remedy = remedy
        super().__init__(f"Plugin {plugin}: {problem} {remedy}")


def origin(error: BaseException) -> str:
    """Return where an exception arose, as "file, line 12"."""
    frames = extract_tb(error.__traceback__)
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else "unknown place"


class PluginProblems(ImproperlyConfigured):
    """Several plugins cannot be used as declared. The message lists all of them, one a line."""

    def __init__(self, problems: tuple[PluginError, ...]) -> None:
        self.problems = problems
        lines = [f"  {problem.code} {problem}" for problem in problems]
        super().__init__("\n".join(["The plugins in config/plugins.py cannot run together:", *lines]))
