"""Reads a release's visits; pure."""

from __future__ import annotations

from corpus.release import Release
from index.extraction.event import Account


def read_accounts(_release: Release) -> list[Account]:
    """What the release tells of visits, one account a party, destination, status and date."""
    return []
