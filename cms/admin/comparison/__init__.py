"""Language versions beside each other for editors, and the report of where they disagree."""
