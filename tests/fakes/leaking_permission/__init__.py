"""A plugin whose mutation asks nobody for a right."""
