"""Programs that measure and torture the plugin."""
