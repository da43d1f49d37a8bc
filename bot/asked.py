"""Which kind of thing a question asks for, and how a sentence that holds it looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of thing: `question` matches questions for it, `evidence` sentences that hold it."""

    name: str
    question: re.Pattern[str]
    evidence: re.Pattern[str]


def asked_for(question: str) -> tuple[Asked, ...]:
    """The kinds that `question` asks for, in no order; a question may ask for several."""
    return tuple(kind for kind in _kinds() if kind.question.search(question))


@cache
def _kinds() -> tuple[Asked, ...]:
    content = yaml.safe_load(files("bot").joinpath("asked.yaml").read_text("utf-8"))
    return tuple(
        Asked(name, _pattern(kind["question"]), re.compile(kind["evidence"], re.S | _case(name)))
        for name, kind in content.items()
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _case(name: str) -> re.RegexFlag:
    # A name of a person is told by its capitals.
    return re.NOFLAG if name == "person" else re.IGNORECASE
