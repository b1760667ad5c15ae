"""Programs that measure the log."""
