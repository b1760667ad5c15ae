"""The translation pages of the admin: wagtail-localize's views behind our questions, and our own few."""
