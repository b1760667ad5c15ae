"""Nothing of a plugin runs because a framework found it: then it would run while disabled, too."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any
from weakref import ReferenceType

from django.dispatch import Signal
from wagtail import hooks

from cms.testing.conformance.findings import Finding
from cms.testing.conformance.subject import Subject

FILES = {
    "wagtail_hooks.py": "Use the slots viewsets, menu_items and home_panels.",
    "templatetags": "Do without, or compute in the view.",
    "management": "Use the slot jobs, or call a function from a script.",
}


def self_discovering_parts(subject: Subject) -> Iterator[Finding]:
    """Yield files that Django or Wagtail import by themselves, and what was connected past the slots."""
    for name, remedy in FILES.items():
        if (subject.folder / name).exists():
            yield subject.finding(
                name, "is imported even while the plugin is disabled.", f"Remove it. {remedy}"
            )
    for receiver in receivers():
        if subject.owns(getattr(receiver, "__module__", "")):
            yield subject.finding(
                f"{receiver.__module__}.{receiver.__qualname__}",
                "receives a signal.",
                "Connect no signals: use the slot subscribers.",
            )
    for name, registered in hooks._hooks.items():
        for function, _order in registered:
            if subject.owns(getattr(function, "__module__", "")) and not hasattr(function, "__self__"):
                yield subject.finding(
                    f"{function.__module__}.{function.__qualname__}",
                    f"is registered for Wagtail's hook {name}.",
                    "Register no hooks: use the slots viewsets, menu_items and home_panels.",
                )


def receivers() -> Iterator[Any]:  # Any: a function or method
    """Yield everything that is connected to any signal of this process."""
    # By type(): isinstance would wake Django's lazy objects.
    for signal in [thing for thing in gc.get_objects() if issubclass(type(thing), Signal)]:
        for connected in signal.receivers:
            reference = connected[1]
            receiver = reference() if isinstance(reference, ReferenceType) else reference
            if hasattr(receiver, "__qualname__"):
                yield receiver
