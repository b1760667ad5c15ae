"""A plugin written for a cms that does not exist yet."""
