"""A plugin whose field could be anybody's."""
