"""Timelines of activities whose dates are known only as well as they are known."""
