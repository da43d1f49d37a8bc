"""Releases that people hand in or follow a link to."""
