"""Facts that have happened, as values. Imports nothing of ours."""
