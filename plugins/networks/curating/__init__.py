"""The editors’ tools for a directory that stays one: duplicates, rival dates, the picture of relations."""
