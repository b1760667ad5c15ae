"""Receipts that cannot be denied, over a log that cannot be rewritten unseen. Knows no Django."""
