"""One of two plugins that need each other."""
