"""Measurements of this plugin, run by make bench."""
