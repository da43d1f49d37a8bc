"""Reads values out of environment variables, whose names stand in the errors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.errors import SettingsError
from corpus.release import Language


def set_variables(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that are set; an empty one is not."""
    return {name: value.strip() for name, value in environ.items() if value.strip()}


def read_url(given: Mapping[str, str], name: str) -> str | None:
    """A root address without a slash at its end; None where there is none."""
    if name not in given:
        return None
    try:
        parts = urlsplit(given[name])
        usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or True)
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(name, "is not an address that begins with http:// or https://")
    return given[name].rstrip("/")


def read_address(given: Mapping[str, str], name: str) -> tuple[str, int] | None:
    """Host and port; None where there is none."""
    if name not in given:
        return None
    host, colon, port = given[name].rpartition(":")
    if not (colon and port.isascii() and port.isdigit() and 0 <= int(port) < 65536):
        raise SettingsError(name, "is not of the form host:port, such as 127.0.0.1:8080")
    return host.strip("[]") or "0.0.0.0", int(port)  # noqa: S104 - what an empty host asks for


def read_count(given: Mapping[str, str], name: str, default: int) -> int:
    """A whole number above zero."""
    text = given.get(name, str(default))
    if not re.fullmatch(r"0*[1-9][0-9]{0,5}", text, re.ASCII):
        raise SettingsError(name, "is not a whole number above zero")
    return int(text)


def read_choice(given: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    """The value of `name` among `choices`, of which the first is the default."""
    value = given.get(name, choices[0]).lower()
    if value not in choices:
        raise SettingsError(name, f"is not one of {', '.join(choices)}")
    return value


def read_language(given: Mapping[str, str], name: str) -> Language:
    """A language; English where none is named."""
    try:
        return Language(given.get(name, Language.EN).lower())
    except ValueError:
        raise SettingsError(name, "is not one of en, ru, kk") from None
