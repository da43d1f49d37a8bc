"""What sort of document or mission a name names, the same word in all languages; pure."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.release import Language

_DIGITS = 3  # of a number of documents; four are a year
_MEASURED = re.compile(r"\d+\s(?:млн|млрд|мың|тармақ|бап)")  # a Kazakh name may begin so


def document_kind(name: str, language: Language) -> str | None:
    """The kind of a document by its name, such as "agreement"; None for a number of them."""
    found = list(_kinds("documents", language).finditer(name.lower()))
    if not found or stated_number(name, language) > 1:
        return None
    # The noun comes last in Kazakh, where others may stand inside the name.
    return found[-1 if language is Language.KK else 0].lastgroup


def mission_kind(name: str, language: Language) -> str | None:
    """The kind of a mission or an envoy: "embassy", "consulate" or "honorary_consulate"."""
    found = _kinds("missions", language).search(name.lower())
    return found.lastgroup if found else None


def stated_number(name: str, language: Language) -> int:
    """How many documents a name such as "three memoranda" stands for; 1 for a true name."""
    first = name.split(maxsplit=1)[0].lower() if name.strip() else ""
    if first.isdigit() and len(first) <= _DIGITS and not _MEASURED.match(name):
        return int(first)
    return numbers(language).get(first, 1)


def numbers(language: Language) -> dict[str, int]:
    """Numerals as words and their values."""
    values: dict[str, int] = _content()["numbers"][language.value]
    return values


@cache
def _kinds(of: str, language: Language) -> re.Pattern[str]:
    stems = _content()[of][language.value]
    return re.compile("|".join(f"(?P<{kind}>{stem})" for kind, stem in stems.items()))


@cache
def _content() -> dict[str, Any]:
    path = files("index.data").joinpath("extraction").joinpath("kinds.yaml")
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
