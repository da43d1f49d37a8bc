"""A corpus that grows while the bot runs: releases of visits, indexed for real, and its engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.engine import PassageEngine
from corpus.release import Language, Release, ReleaseKey
from index.build import build
from index.embedding.models import load_encoder
from index.settings import BUNDLED, IndexSettings

NOW = datetime.now(UTC)
TODAY = (NOW + timedelta(hours=5)).date()


def spoken(day: object = TODAY) -> str:
    """A day as English releases write it."""
    return f"{day:%B} {day.day}, {day.year}"  # type: ignore[attr-defined]


def release(
    number: str,
    body: str,
    title: str = "Talks in Astana",
    language: Language = Language.EN,
    published: datetime = NOW,
) -> Release:
    """A release of the ministry's news."""
    url = f"https://www.gov.kz/memleket/entities/mfa/press/news/details/{number}?lang={language}"
    key = ReleaseKey("mfa", "news", number, language)
    return Release(key, url, title, body, published)


def visit(number: str, country: str, person: str = "John Smith", **changes: object) -> Release:
    """A release that tells of a foreign minister's visit to Astana today."""
    body = (
        f"Astana, {spoken()} – The Minister of Foreign Affairs of {country}, {person}, arrived in "
        "Astana on a working visit. The ministers discussed trade and transport."
    )
    return release(number, body, f"Minister of {country} in Astana", **changes)  # type: ignore[arg-type]


@dataclass
class Newsroom:
    """The releases so far, in an index that is built anew with each that is added."""

    home: Path
    models: Path
    releases: list[Release] = field(default_factory=list)

    def publish(self, *added: Release) -> None:
        """Add releases, or replace those with the same key, and build the index."""
        keys = {one.key for one in added}
        self.releases = [one for one in self.releases if one.key not in keys] + list(added)
        self.releases.sort(key=lambda one: (one.published, one.key.id, one.key.language))
        encoder = load_encoder(BUNDLED, self.models)
        build(self.releases, str(len(self.releases)), encoder, self.home / "index")

    def engine(self) -> PassageEngine:
        """The engine over the index."""
        return PassageEngine(IndexSettings(self.home / "index", BUNDLED, self.models))


@pytest.fixture
def newsroom(tmp_path: Path, models: Path) -> Newsroom:
    """A newsroom with one old release."""
    room = Newsroom(tmp_path, models)
    old = NOW - timedelta(days=400)
    room.publish(visit("1", "Ghana", published=old))
    return room
