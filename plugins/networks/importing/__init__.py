"""Brings records in from tables: read, map columns, look for what is there already, try, store."""
