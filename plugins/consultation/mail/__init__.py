"""Notices by mail: when one is due, to whom, what it says, how it is sent, and what comes back."""
