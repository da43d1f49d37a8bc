"""The version of the reading of events, by which what was read before is known to be old."""

EXTRACTION_VERSION = 6
"""Raised whenever the same release gives other accounts than before."""
