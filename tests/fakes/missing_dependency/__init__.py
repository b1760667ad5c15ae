"""A plugin that needs another which nobody has."""
