"""A plugin whose operation fails."""
