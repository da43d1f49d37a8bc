"""How a release is cited in somebody's own text; pure."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from bot.answer import Citation
from bot.dates import show_date
from bot.messages import Texts

_MINISTRY = "/entities/mfa/"  # of gov.kz, which others publish on as well


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
    try:
        parts = urlsplit(citation.url)
    except ValueError:
        return citation.url
    return texts.text("cite-author") if _MINISTRY in parts.path else parts.netloc or citation.url
