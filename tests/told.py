"""Passages found in releases that are told in a line, for tests of answering."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.answer import Answer, Scope
from bot.passages.compose import compose
from bot.passages.evidence import Quote, quotes
from bot.question import Question, read_question
from corpus.release import Language, Release, ReleaseKey
from index.passage import Hit, IndexedRelease, Passage

SCOPE = Scope(releases=1, newest=None, interpretation="")


def told(
    body: str,
    *,
    title: str = "News",
    day: str = "2024-05-20",
    language: Language = Language.EN,
    near: float = 0.85,
    number: int = 1,
) -> list[Hit]:
    """The one passage of a release that was published on `day`, as if it had been found."""
    key = ReleaseKey("mfa", "press", str(number), language)
    published = datetime.fromisoformat(day).replace(hour=6, tzinfo=UTC)
    release = Release(key, f"https://mfa.example/{number}", title, body, published)
    source = IndexedRelease(number, number, release, frozenset())
    return [Hit(Passage(number, number, 0, len(body)), source, near, near, 0.0)]


def rarity(term: str) -> float:
    """A weight for `term`: names of countries and common words weigh less."""
    return 1.0 if term in {"minist", "foreign", "visit"} else 4.0


def found(question: str, hits: list[Hit], history: tuple[str, ...] = ()) -> list[Quote]:
    """The sentences of `hits`, best first for `question`."""
    return quotes(asked(question, history), hits, rarity)


def asked(question: str, history: tuple[str, ...] = ()) -> Question:
    """`question` as the engine reads it."""
    return read_question(question, history, None)


def answered(question: str, hits: list[Hit], history: tuple[str, ...] = ()) -> Answer:
    """The answer that `hits` give to `question`."""
    return compose(asked(question, history), found(question, hits, history), SCOPE)
