"""Of which day a question means the members of an organisation: "BRICS as it stood in 2025"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.release import Language


def members_on(question: str, language: Language, newest: date) -> date | None:
    """The day whose members are meant; None where each visit's own day counts."""
    lowered = question.lower()
    for pattern in _patterns()["year"][language]:
        found = re.search(pattern, lowered)
        if found and date.min.year <= int(found[1]) <= newest.year:
            return min(date(int(found[1]), 12, 31), newest)
    if any(re.search(pattern, lowered) for pattern in _patterns()["now"][language]):
        return newest
    return None


@cache
def _patterns() -> dict[str, Any]:
    content = files("bot.query").joinpath("membership.yaml").read_text("utf-8")
    patterns: dict[str, Any] = yaml.safe_load(content)
    return patterns
