"""Drafts as values: provisions recognised, matched, compared, and opinions found again. No Django here."""
