"""Checks the addresses of records: politely, within bounds, and without reaching into our own network."""
