"""The release, the one value that the corpus gives away, and what identifies it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.dates import day_of


class Language(StrEnum):
    """Languages that the ministry publishes in, as ISO 639-1 codes."""

    EN = "en"
    RU = "ru"
    KK = "kk"


@dataclass(frozen=True, slots=True, order=True)
class ReleaseKey:
    """What a release is known by: entity and section of gov.kz, number there, language."""

    entity: str
    section: str
    id: str
    language: Language

    def __str__(self) -> str:
        return f"{self.entity}/{self.section}/{self.id}/{self.language}"


@dataclass(frozen=True, slots=True)
class Release:
    """One version of one release in one language.

    `published` and `fetched` are aware and in UTC. `alias` is the id that the file it came
    from gave it, where that is another one than the number in its address. `edited` is when
    this version was first seen in the place of an earlier one; None for the first version.
    """

    key: ReleaseKey
    url: str
    title: str
    body: str
    published: datetime
    fetched: datetime | None = None
    alias: str | None = None
    edited: datetime | None = None

    @property
    def language(self) -> Language:
        """Language that the text is written in."""
        return self.key.language

    @property
    def day(self) -> date:
        """The day of publication in Astana."""
        return day_of(self.published)

    @property
    def content_hash(self) -> str:
        """SHA-256, in hex, of what a reader sees; another hash means another version."""
        content = "\x1f".join((self.title, self.body, self.url, self.published.isoformat()))
        return hashlib.sha256(content.encode()).hexdigest()
