"""Which site is read and how, out of the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import SettingsError
from corpus.release import Language

SHORTEST = timedelta(seconds=10)  # between the starts of two syncs
LEAST_PAUSE = 1.0  # seconds between two requests to a site that is not this machine's
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_TIME = re.compile(r"(\d{1,6})\s*([smhd])")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*([^\x00-\x1f\x7f]*)")

SETTINGS = (
    ("ELSHI_SOURCE_URL", "https://www.gov.kz", "Root of the site that releases are read from."),
    ("ELSHI_SOURCE_TRANSPORT", "graphql", "How the site is asked: graphql or rest."),
    ("ELSHI_SOURCE_CONTACT", "none", "Your address, told in the User-Agent."),
    ("ELSHI_SOURCE_HEADERS", "none", "Headers of your own, `Name: value`, parted by line breaks."),
    ("ELSHI_SOURCE_PROXY", "none", "Proxy for requests to the site."),
    ("ELSHI_SOURCE_CA", "none", "File with the certificates of authorities to trust besides."),
    ("ELSHI_FEEDS", "none", "Addresses of RSS or Atom feeds to read too, by spaces."),
    ("ELSHI_INBOX", "none", "Folder whose files are imported whenever they change."),
    ("ELSHI_SYNC_EVERY", "5m", "How often the bot syncs by itself: 30s, 5m, 1h, or off."),
    ("ELSHI_SYNC_ENTITIES", "mfa", "Entities of gov.kz that are synced, by commas."),
    ("ELSHI_SYNC_LANGUAGES", "en,ru,kk", "Languages that are synced, by commas."),
    ("ELSHI_SOURCE_PAUSE", "1", "Seconds between two requests; at least 1 except on loopback."),
)
"""Name, default and meaning of each variable; the README's table is held to it."""


class TransportName(StrEnum):
    """Ways to ask the site."""

    GRAPHQL = "graphql"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Lists:
    """Which lists of the site are read: a section of each entity, in each language."""

    entities: tuple[str, ...]
    section: str
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """How to reach the site; `headers` and `proxy` may hold secrets and are never shown."""

    url: str
    transport: TransportName = TransportName.GRAPHQL
    contact: str = ""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    proxy: str | None = field(default=None, repr=False)
    ca: Path | None = None
    pause: float = LEAST_PAUSE
    feeds: tuple[str, ...] = field(default=(), repr=False)
    inbox: Path | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> SourceSettings:
        """The settings that `environ` holds; an empty variable counts as unset.

        Raises SettingsError, which names the variable and shows no secret.
        """
        given = {
            name: environ.get(name, "").strip() or ("" if default == "none" else default)
            for name, default, _ in SETTINGS
        }
        url = _url(given["ELSHI_SOURCE_URL"])
        return cls(
            url=url,
            transport=_transport(given["ELSHI_SOURCE_TRANSPORT"]),
            contact=_contact(given["ELSHI_SOURCE_CONTACT"]),
            headers=_headers(given["ELSHI_SOURCE_HEADERS"]),
            proxy=_proxy(given["ELSHI_SOURCE_PROXY"]),
            ca=_file(given["ELSHI_SOURCE_CA"]),
            pause=_pause(given["ELSHI_SOURCE_PAUSE"], url),
            feeds=_feeds(given["ELSHI_FEEDS"]),
            inbox=_folder(given["ELSHI_INBOX"]),
        )


def sync_every(environ: Mapping[str, str]) -> str | None:
    """How often the bot is to sync by itself, as `--every` takes it; None: never.

    Raises SettingsError.
    """
    value = environ.get("ELSHI_SYNC_EVERY", "").strip().lower() or "5m"
    if value in ("off", "never", "no", "0"):
        return None
    read_interval(value, "ELSHI_SYNC_EVERY")
    return value


def entity_list(value: str) -> tuple[str, ...]:
    """The entities in a list such as `mfa,mfa-istanbul`, each once; raises SettingsError."""
    names = dict.fromkeys(name.strip() for name in value.split(",") if name.strip())
    if not names:
        raise SettingsError("--entity", "names no entity of gov.kz")
    return tuple(map(entity_name, names))


def read_interval(value: str, variable: str) -> timedelta:
    """The time in `value`, such as `30s`, `5m`, `1h` or `1d`; raises SettingsError."""
    match = _TIME.fullmatch(value.strip().lower())
    if not match:
        raise SettingsError(variable, f"{value!r} is no time such as 30s, 5m or 1h")
    interval = timedelta(**{_UNITS[match[2]]: int(match[1])})
    if interval < SHORTEST:
        raise SettingsError(variable, f"at least {SHORTEST.seconds} seconds are needed")
    return interval


def entity_name(value: str) -> str:
    """`value`, if it can be an entity or a section of gov.kz ("mfa", "mfa-istanbul", "news").

    Raises SettingsError.
    """
    if not _NAME.fullmatch(value):
        raise SettingsError("--entity", f"{value!r} is no entity or section of gov.kz")
    return value


def language_list(value: str) -> tuple[Language, ...]:
    """The languages in a list such as `en,ru,kk`, each once; raises SettingsError."""
    names = dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip())
    try:
        languages = tuple(Language(name) for name in names)
    except ValueError as error:
        raise SettingsError("--languages", f"{value!r}: known are en, ru and kk") from error
    if not languages:
        raise SettingsError("--languages", "names no language")
    return languages


def _is_safe(address: str) -> bool:
    """Whether what is read there cannot be changed on its way: TLS, or this very machine."""
    try:
        parts = urlsplit(address)
        local = parts.hostname in _LOOPBACK
    except ValueError:
        return False
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and local))


def _feeds(value: str) -> tuple[str, ...]:
    addresses = tuple(dict.fromkeys(value.split()))
    if not all(map(_is_safe, addresses)):
        raise SettingsError("ELSHI_FEEDS", "each address must begin with https://")
    return addresses


def _folder(value: str) -> Path | None:
    path = Path(value).expanduser() if value else None
    if path is not None and not path.is_dir():
        raise SettingsError("ELSHI_INBOX", f"{path} is no folder")
    return path


def _url(value: str) -> str:
    if not _is_safe(value):
        raise SettingsError("ELSHI_SOURCE_URL", "an address that begins with https:// is needed")
    parts = urlsplit(value)
    if not parts.hostname or parts.username or parts.query or parts.fragment:
        raise SettingsError("ELSHI_SOURCE_URL", "only scheme, host and path are wanted")
    return value.rstrip("/")


def _transport(value: str) -> TransportName:
    try:
        return TransportName(value.lower())
    except ValueError as error:
        raise SettingsError("ELSHI_SOURCE_TRANSPORT", "is neither graphql nor rest") from error


def _contact(value: str) -> str:
    if not value.isascii() or not value.isprintable():
        raise SettingsError("ELSHI_SOURCE_CONTACT", "plain Latin letters and signs are needed")
    return value


def _headers(value: str) -> tuple[tuple[str, str], ...]:
    found = []
    for line in filter(None, map(str.strip, value.splitlines())):
        match = _HEADER.fullmatch(line)
        if not match or not match[2].isascii():
            raise SettingsError("ELSHI_SOURCE_HEADERS", "each line must read `Name: value`")
        found.append((match[1], match[2].strip()))
    return tuple(found)


def _proxy(value: str) -> str | None:
    if value and urlsplit(value).scheme not in ("http", "https"):
        raise SettingsError("ELSHI_SOURCE_PROXY", "must begin with http:// or https://")
    return value or None


def _file(value: str) -> Path | None:
    path = Path(value).expanduser() if value else None
    if path is not None and not path.is_file():
        raise SettingsError("ELSHI_SOURCE_CA", f"{path} is no file")
    return path


def _pause(value: str, url: str) -> float:
    try:
        pause = float(value)
    except ValueError as error:
        raise SettingsError("ELSHI_SOURCE_PAUSE", "is no number of seconds") from error
    least = 0.0 if urlsplit(url).hostname in _LOOPBACK else LEAST_PAUSE
    if not least <= pause <= 3600:
        raise SettingsError("ELSHI_SOURCE_PAUSE", f"must lie between {least:g} and 3600")
    return pause
