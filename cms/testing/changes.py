"""Reports changes of content while a test or a benchmark makes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from cms.domain.tags.recording import Recorder, Report


@contextmanager
def reported_changes(report: Report) -> Iterator[None]:
    """Report every change of content that is made inside."""
    recorder = Recorder(report)
    with ExitStack() as stack:
        for signal, receiver in recorder.receivers():
            signal.connect(receiver)
            stack.callback(signal.disconnect, receiver)
        yield
