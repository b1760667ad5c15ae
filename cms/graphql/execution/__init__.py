"""Executes GraphQL breadth-first: each field is resolved once for all objects of a level.

Works with any schema of graphql-core. Begin with the README beside this file.
"""

from .batching import batch
from .executing import execute, execute_or_defer
from .plan import Plan
from .plans import Plans, Refused
from .tracing import Trace

__all__ = ["Plan", "Plans", "Refused", "Trace", "batch", "execute", "execute_or_defer"]
