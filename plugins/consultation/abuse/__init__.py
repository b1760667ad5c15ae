"""Keeps machines and floods from a consultation, without a tracker: gates that a submission passes."""
