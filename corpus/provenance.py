"""Which releases are real: the bundled sample is invented, and says so by its addresses."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_invented(url: str) -> bool:
    """Whether `url` belongs to a made-up release.

    Hosts under `.example` are reserved (RFC 2606), so no real release can have one.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host.rstrip(".").rpartition(".")[2] == "example"
