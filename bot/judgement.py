"""Whether what was found answers the question, or the releases say nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.evidence import Quote
from bot.question import Question
from index.analysis import keys
from index.gazetteer import Gazetteer
from index.gazetteer_mentions import CityMention, CountryMention

HOST = frozenset({"@country:KZ", "@city:Astana"})  # named in nearly every release
COVERED = 0.30  # share of the question's words that one sentence and its title must hold
NEAR = 0.86  # or else a cosine: the same said in other words, or in another language


def on_topic(question: Question, quotes: Sequence[Quote]) -> list[Quote]:
    """Those of `quotes` whose release names each country and city that `question` names."""
    wanted = _wanted(question)
    return [quote for quote in quotes if all(one & quote.source.names for one in wanted)]


def is_answered(question: Question, quotes: Sequence[Quote]) -> bool:
    """Whether the best of `quotes`, which are on topic, speaks of what `question` asks."""
    if not question.topic or not quotes:
        return False
    return any(quote.covered >= COVERED or quote.near >= NEAR for quote in quotes[:3])


def _wanted(question: Question) -> list[frozenset[str]]:
    """For each place that the question names the keys that a release may name it by."""
    mentions = Gazetteer.load().mentions_in_question(question.lookup, question.language)
    places = (m for m in mentions if isinstance(m, CountryMention | CityMention))
    wanted = [frozenset(keys(mention)) for mention in places]
    return [one for one in wanted if not one & HOST]
