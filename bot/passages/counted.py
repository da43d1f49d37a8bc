"""A bare figure with the thing that the question counts; pure."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from bot.passages.phrases import noun_phrase, unit_in
from bot.question import Question
from corpus.release import Language

_BARE = re.compile(r"[^\W\d_]{0,20} ?\d[\d.,\u00a0\u202f ]*")
_FEW = re.compile(r"(?:(?<!1)[1-4]|[.,]\d{1,2})$")  # after which Russian nouns change their form


def counted(figure: str, question: Question) -> str:
    """`figure` with the noun that the question counts, where it stands alone: "35 scholarships".

    Russian nouns are in another case after some figures: to those nothing is added.
    """
    noun = _noun(question.text, question.language)
    if not noun or not _BARE.fullmatch(figure):
        return figure
    if question.language is Language.RU and _FEW.search(figure):
        return figure
    return f"{figure} {noun}"


def unit_asked(question: Question) -> str:
    """The unit, such as "month", in which the question asks to count; "" where it names none."""
    return unit_in(_noun(question.text, question.language))


def asks_for_breakdown(question: Question) -> bool:
    """Whether all figures of a sentence are asked for, as those of a vote."""
    return _patterns()["breakdown"].search(question.text) is not None


def _noun(text: str, language: Language) -> str:
    asked = _patterns()[language].search(text)
    return noun_phrase(text, asked.end(), language) if asked else ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """By language how it is asked for how many, and how for a breakdown."""
    content = yaml.safe_load(files("bot.passages").joinpath("phrases.yaml").read_text("utf-8"))
    patterns = {**content["how_many"], "breakdown": content["breakdown"]}
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
