"""What of a text the lexical index keeps: its stems, and the places and bodies that it names."""

from __future__ import annotations

from corpus.release import Language
from index.stemming import stems

ANALYSIS_VERSION = 1
"""Raised whenever the same text gives other terms than before."""


def terms(text: str, language: Language) -> list[str]:
    """The terms of `text`, in order, repeated as they occur."""
    return stems(text, language)
