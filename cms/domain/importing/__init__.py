"""Texts from elsewhere become drafts, with a report of what is wrong with them."""
