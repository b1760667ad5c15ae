"""Taking a plugin out of the database: what is left of it, what forbids it, and doing it."""
