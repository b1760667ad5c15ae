"""A plugin that asks the database again for each row."""
