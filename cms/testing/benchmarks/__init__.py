"""Programs that measure. They print, and fail nobody: a machine may be slow."""
