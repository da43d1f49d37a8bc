"""Which kinds of thing a question asks for, and where a sentence holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from index.text.stemming import fold

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of thing that is asked for.

    `question` matches questions for it that `unless` does not match, and `evidence` what holds
    it in a sentence. `silent` are folded words that only name the kind. Where a `strict` kind
    is not found, the question is not answered. A sentence that `exception` matches holds none.
    """

    name: str
    question: re.Pattern[str]
    evidence: re.Pattern[str]
    unless: re.Pattern[str] | None
    silent: frozenset[str]
    strict: bool
    exception: re.Pattern[str] | None = None


@lru_cache(maxsize=1_000)
def asked_for(question: str) -> tuple[Asked, ...]:
    """The kinds that `question` asks for, the most particular first."""
    found = [kind for kind in _kinds() if _is_asked(kind, question)]
    names = {kind.name for kind in found}
    return tuple(kind for kind in found if not names & _COVERED_BY.get(kind.name, frozenset()))


# An address is a place and a phone number is a number: only the particular one is looked for.
_COVERED_BY = {
    "place": frozenset({"address"}),
    "number": frozenset({"phone", "duration", "age"}),
    "address": frozenset({"email"}),
    "person": frozenset({"whom", "payer"}),
    "whom": frozenset({"payer"}),
}


def _is_asked(kind: Asked, question: str) -> bool:
    if kind.unless and kind.unless.search(question):
        return False
    return kind.question.search(question) is not None


@cache
def _kinds() -> tuple[Asked, ...]:
    content = yaml.safe_load(files("bot.passages").joinpath("asked.yaml").read_text("utf-8"))
    return tuple(
        Asked(
            name,
            _pattern(kind["question"]),
            _pattern(kind["evidence"]),
            _pattern(kind["unless"]) if "unless" in kind else None,
            frozenset(fold(word) for word in kind.get("silent", ())),
            bool(kind.get("strict")),
            _pattern(kind["except"]) if "except" in kind else None,
        )
        for name, kind in content.items()
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.S)


def dates_kept_out(sentence: str) -> str:
    """`sentence`, as long as before, with blanks for dates and years: no numbers of anything."""
    return blanked(kind_named("date").evidence, blanked(YEAR, sentence))


def kind_named(name: str) -> Asked:
    """The kind of this name; StopIteration where there is none."""
    return next(kind for kind in _kinds() if kind.name == name)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """`text`, as long as before, with blanks for what `pattern` matches."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
