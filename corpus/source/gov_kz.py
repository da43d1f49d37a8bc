"""The lists of gov.kz, page by page, with smaller pages where the site runs out of time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import OverloadedError, SourceError, UnavailableError
from corpus.release import Language
from corpus.source.items import Listed, SourcePage, read_items
from corpus.source.settings import SourceSettings
from corpus.source.site import Site
from corpus.source.transports import Transport, transport

SIZE = 50  # with their bodies, the site does not give more at once
LEAST = 5
KEPT_REPLIES = 20
LONGEST_REPLY = 1_000_000  # characters of a kept reply


@dataclass(frozen=True, slots=True)
class Read:
    """A page as it was read: its items are those from `offset` of the list on, `size` at most."""

    page: SourcePage
    offset: int
    size: int

    @property
    def is_last(self) -> bool:
        """Whether the list ends with this page."""
        return self.page.items < self.size


class GovKz:
    """The lists of one entity and section; counts its `requests`. Not for threads."""

    def __init__(
        self, site_url: str, entity: str, section: str, source: Transport, replies: Path
    ) -> None:
        self.entity = entity
        self.section = section
        self.requests = 0
        self._url = site_url
        self._source = source
        self._replies = replies
        self._size = SIZE

    def read(self, label: Language, offset: int) -> Read:
        """The page that holds the item at `offset`, counted from the newest; raises SourceError.

        It may begin before that item, where the site had to be asked for smaller pages.
        """
        while True:
            number = offset // self._size + 1
            try:
                rows = self._ask(label, number)
            except OverloadedError as error:
                if self._size <= LEAST:
                    raise UnavailableError(error.reason, error.status, error.reply) from error
                self._size = max(LEAST, self._size // 2)
                continue
            listed = Listed(self._url, self.entity, self.section, label)
            page = read_items(rows, listed, datetime.now(UTC))
            if page.drift:
                self._keep(json.dumps(rows, ensure_ascii=False, indent=1), "drift")
            return Read(page, (number - 1) * self._size, self._size)

    def _ask(self, label: Language, number: int) -> list[object]:
        self.requests += 1
        try:
            return self._source.items(label, number, self._size)
        except SourceError as error:
            if error.reply:
                told = f"{error.reason}\nHTTP status: {error.status}\n\n{error.reply}"
                self._keep(told, type(error).__name__.removesuffix("Error").lower())
            raise

    def _keep(self, text: str, why: str) -> None:
        """Keep what the site replied, so that the operator can see it; the oldest go."""
        self._replies.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC)
        path = self._replies / f"{now:%Y%m%dT%H%M%S%f}-{self.entity}-{why}.txt"
        path.write_text(text[:LONGEST_REPLY], encoding="utf-8", errors="replace")
        for old in sorted(self._replies.glob("*.txt"))[:-KEPT_REPLIES]:
            old.unlink(missing_ok=True)


@contextmanager
def open_gov_kz(
    settings: SourceSettings,
    entity: str,
    section: str,
    home: Path,
    sleep: Callable[[float], None] | None = None,
) -> Iterator[GovKz]:
    """The lists of `entity` and `section`; replies that are not as known are kept in `home`."""
    with Site(settings, sleep) if sleep else Site(settings) as site:
        source = transport(settings.transport, site, entity, section)
        yield GovKz(settings.url, entity, section, source, home / "replies")
