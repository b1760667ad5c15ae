"""Programs that measure; they print and are no tests."""
