"""The magazine's app."""
