"""A plugin that claims a root field of the core."""
