"""The words that briefs are read by, out of `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


def is_copy(name: str) -> bool:
    """Whether what was handed over were copies of credentials."""
    return pattern("copies").search(name) is not None


@cache
def measures() -> Mapping[str, re.Pattern[str]]:
    """The patterns of what figures are of, by name."""
    return {name: _compiled(text) for name, text in _content()["measures"].items()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of this name."""
    return _compiled(_content()[name])


def alternatives(code: str) -> Sequence[str]:
    """Countries that the bare name of the one with this code can stand for, if several."""
    found: Sequence[str] = _content()["ambiguous"].get(code, ())
    return found


def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(
        files("bot.brief").joinpath("words.yaml").read_text("utf-8")
    )
    return content
