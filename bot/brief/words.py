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


def is_since(year: int, sentence: str) -> bool:
    """Whether a sentence tells what has come about since `year`."""
    text = _content()["since"].replace("{year}", str(year))
    return re.search(text, sentence, re.IGNORECASE) is not None


def document_name(name: str) -> str:
    """The name of a document as it begins a line: in the nominative, with a capital letter."""
    forms: Mapping[str, str] = _content()["documents"]
    capital = name[:1].upper() + name[1:]
    for form in sorted(forms, key=len, reverse=True):
        if capital == form or capital.startswith(f"{form} "):
            return forms[form] + capital[len(form) :]
    return capital


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
