"""Consultations: drafts put before the public or before institutions, and what became of them."""
