"""A plugin that cannot even be read."""
