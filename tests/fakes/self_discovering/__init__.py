"""A plugin that Wagtail finds by itself, enabled or not."""
