"""Handing in opinions: what may happen to a submission, each in one transaction with its entry in the log."""
