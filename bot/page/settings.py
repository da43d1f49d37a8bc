"""Settings of the web page, out of environment variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from bot.environment import (
    read_address,
    read_choice,
    read_count,
    read_language,
    read_url,
    set_variables,
)
from bot.errors import SettingsError
from corpus.release import Language

DEFAULT_ADDRESS = ("127.0.0.1", 8080)

SETTINGS = (
    ("ELSHI_PAGE", "off", "on: `elshi bot` serves the public web page too, on ELSHI_LISTEN."),
    (
        "ELSHI_PAGE_URL",
        "none",
        "Public root address of the page, for links that last; may have a path, which the proxy "
        "takes off.",
    ),
    (
        "ELSHI_PAGE_PROXIES",
        "none",
        "Addresses or networks of proxies, by commas, that are believed about whom they ask for "
        "(X-Forwarded-For).",
    ),
    ("ELSHI_PAGE_RATE_LIMIT", "20", "Questions that one address may ask the page in a minute."),
)
"""Name, default and meaning of each variable; the README's table is held to it."""


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Where the page is served and as what it is known; answers are kept in `home`.

    `url` is None where the page has no public address.
    """

    home: Path
    listen: tuple[str, int] = DEFAULT_ADDRESS
    url: str | None = None
    proxies: tuple[str, ...] = ()
    rate_limit: int = 20
    default_language: Language = Language.EN

    @property
    def prefix(self) -> str:
        """The path under which the page is known, which its links begin with."""
        return urlsplit(self.url or "").path.rstrip("/")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> PageSettings:
        """The settings in `environ`. Raises SettingsError, which names the variable."""
        given = set_variables(environ)
        return cls(
            home=Path(given.get("ELSHI_HOME", "data")),
            listen=read_address(given, "ELSHI_LISTEN") or DEFAULT_ADDRESS,
            url=read_url(given, "ELSHI_PAGE_URL"),
            proxies=_networks(given, "ELSHI_PAGE_PROXIES"),
            rate_limit=read_count(given, "ELSHI_PAGE_RATE_LIMIT", 20),
            default_language=read_language(given, "ELSHI_DEFAULT_LANGUAGE"),
        )


def page_beside_bot(environ: Mapping[str, str]) -> PageSettings | None:
    """The settings of the page that the bot serves; None where it serves none."""
    if read_choice(set_variables(environ), "ELSHI_PAGE", ("off", "on")) == "off":
        return None
    return PageSettings.from_env(environ)


def _networks(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    words = given.get(name, "").replace(",", " ").split()
    try:
        return tuple(str(ip_network(word)) if "/" in word else _address(word) for word in words)
    except ValueError:
        raise SettingsError(name, "is no list of IP addresses or networks") from None


def _address(word: str) -> str:
    return str(ip_network(word).network_address)
