"""Where officers extend, suspend, resume and close rounds: the rules, and their pages in the admin."""
