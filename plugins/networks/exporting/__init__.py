"""Gives the public records away as files, each with its licence and date. Drafts and notes stay here."""
