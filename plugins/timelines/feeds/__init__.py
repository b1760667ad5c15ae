"""Feeds: the activities of a timeline for calendars and for readers of news."""
