"""Visits as a table for others."""
