"""Where what is backed up lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from bot.backup.manifest import BOT, PAGE
from corpus.settings import CorpusSettings


@dataclass(frozen=True, slots=True)
class Places:
    """The data folder, its index, and the file of the corpus: None where PostgreSQL has it."""

    home: Path
    index: Path
    bot: Path
    page: Path
    corpus: Path | None


def places(environ: Mapping[str, str]) -> Places:
    """The places that the settings in `environ` name. Raises SettingsError."""
    settings = CorpusSettings.from_env(environ)
    url = make_url(settings.database_url)
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    return Places(
        settings.home, settings.home / "index", settings.home / BOT, settings.home / PAGE, file
    )
