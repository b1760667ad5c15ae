"""Ends a request that takes too long, at its next question to the database."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from graphql import GraphQLError


class TooSlow(GraphQLError):
    """The time for a request is over. Fields that are there already are answered."""

    def __init__(self, seconds: int) -> None:
        message = f"The answer takes longer than {seconds} seconds. Ask for less at once."
        super().__init__(message, extensions={"code": "TIMEOUT"})


@contextmanager
def deadline(seconds: int) -> Iterator[None]:
    """Let every query after so many seconds raise TooSlow. What runs already is not interrupted."""
    end = time.monotonic() + seconds

    def execute(run: Callable[..., Any], *arguments: Any) -> Any:  # Any: Django's wrapper of a cursor
        if time.monotonic() > end:
            raise TooSlow(seconds)
        return run(*arguments)

    with connection.execute_wrapper(execute):
        yield
