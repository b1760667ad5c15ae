"""A plugin whose migration changes a table of the core."""
