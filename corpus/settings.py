"""Where the corpus lives, read from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from corpus.errors import SettingsError

_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """`home`, the data folder, and the database, as SQLAlchemy spells its address."""

    home: Path
    database_url: str = field(repr=False)

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> CorpusSettings:
        """The settings that `environ` holds; an empty variable counts as unset.

        Raises SettingsError, which names the variable and never shows a password.
        """
        home = _home(environ.get("ELSHI_HOME", "").strip() or "data")
        url = environ.get("DATABASE_URL", "").strip()
        return cls(home, _database_url(url) if url else _default_url(home))


def _home(value: str) -> Path:
    if "\0" in value:
        raise SettingsError("ELSHI_HOME", "no usable folder: it holds a NUL character")
    try:
        home = Path(value).expanduser()
        if home.exists() and not home.is_dir():
            raise SettingsError("ELSHI_HOME", f"{home} is a file, a folder is needed")
    except (OSError, RuntimeError, ValueError) as error:
        raise SettingsError("ELSHI_HOME", f"no usable folder: {error}") from error
    return home


def _default_url(home: Path) -> str:
    if "?" in str(home):
        raise SettingsError(
            "ELSHI_HOME", "a question mark in its path needs DATABASE_URL to be set"
        )
    return f"sqlite:///{home / 'corpus.sqlite'}"


def _database_url(value: str) -> str:
    parts = _split(value)
    if parts.scheme == "sqlite":
        if parts.netloc:
            raise _wrong("SQLite needs three slashes before the path: sqlite:///folder/file")
        return value
    if parts.scheme in _POSTGRES:
        if not parts.path.strip("/"):
            raise _wrong("the name of the database is missing")
        return "postgresql+psycopg" + value[len(parts.scheme) :]
    raise _wrong("starts with neither sqlite:// nor postgresql://")


def _split(value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError as error:
        # The parser quotes what it stumbled over, which may be the password: left out.
        raise _wrong("not a database address, for example because of its port") from error
    return parts


def _wrong(reason: str) -> SettingsError:
    return SettingsError("DATABASE_URL", reason)
