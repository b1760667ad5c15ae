"""Fails before it declares anything."""

raise RuntimeError("a library is missing its licence key")
