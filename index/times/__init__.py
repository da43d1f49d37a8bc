"""Dates and periods in a text."""
