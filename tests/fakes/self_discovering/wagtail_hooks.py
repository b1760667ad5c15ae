"""Imported by Wagtail from every installed app."""
