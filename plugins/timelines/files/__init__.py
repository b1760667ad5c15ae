"""Activities as files: tables and lists that other programs read, and that come back unchanged."""
