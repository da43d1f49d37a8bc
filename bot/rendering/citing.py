"""How a release is cited in somebody's own text; pure."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from bot.answer import Citation
from bot.dates import show_date
from bot.messages import Texts

_MINISTRY = "mfa"


def citation_line(citation: Citation, read: datetime, texts: Texts) -> str:
    """Who published a release, its title, date and address, and when it was `read`."""
    return texts.text(
        "cite-line",
        author=_author(citation, texts),
        title=" ".join(citation.title.split()),
        date=show_date(citation.published_at, texts.language),
        url=citation.url,
        read=show_date(read, texts.language),
    )


def _author(citation: Citation, texts: Texts) -> str:
    """The ministry, or for releases of others the site that they stand on."""
    if citation.release_id.startswith(f"{_MINISTRY}/"):
        return texts.text("cite-author")
    try:
        return urlsplit(citation.url).hostname or citation.url
    except ValueError:
        return citation.url
