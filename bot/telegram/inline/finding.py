"""What an inline query finds: events, else quotes; of an empty one the newest releases."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from bot.answer import Answer
from bot.messages import Texts
from bot.ports import Engine
from bot.telegram.inline.cards import Card, cards_of, nothing_card, release_card
from corpus.language import detect_language
from corpus.release import Language

ON_A_PAGE = 20
_NEWEST = 200  # releases that an empty query goes through
_KAZAKH = frozenset("әіңғүұқөһӘІҢҒҮҰҚӨҺ")


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the cards, and where the next ones begin; None at the end."""

    cards: tuple[Card, ...]
    next_start: int | None


def find(engine: Engine, query: str, language: Language, start: int) -> Page:
    """The cards from `start` on. Raises BotError."""
    if not query:
        return _newest(engine, Texts(language), start)
    answer = engine.answer_at_once(query, language)
    cards = cards_of(answer)
    if not answer.items:
        cards = _as_visits(engine, query, language) + cards
    if not cards:
        cards = [nothing_card(query, Texts(language))]
    return _page(cards, start)


def spoken(query: str, chosen: Language | None, client: Language | None) -> Language:
    """The language of the cards: as chosen, else as the few words of `query` let it be known."""
    letters = [letter for letter in query if letter.isalpha()]
    if chosen or not letters:
        return chosen or client or Language.EN
    if all(letter.isascii() for letter in letters):
        return Language.EN
    if _KAZAKH & set(letters) or client not in (Language.RU, Language.KK):
        return detect_language(query)
    return client


def _as_visits(engine: Engine, query: str, language: Language) -> list[Card]:
    """What a few words find as those who came: "presidents 2024" names nothing that happened."""
    question = Texts(language).text("inline-question", query=query)
    answer: Answer = engine.answer_at_once(question, language)
    return cards_of(answer) if answer.items else []


def _newest(engine: Engine, texts: Texts, start: int) -> Page:
    store = engine.searcher().store
    if start >= _NEWEST:
        return Page((), None)
    found = store.latest(texts.language, ON_A_PAGE + 1, start)
    cards = tuple(release_card(source.release, texts) for source in islice(found, ON_A_PAGE))
    return Page(cards, start + ON_A_PAGE if len(found) > ON_A_PAGE else None)


def _page(cards: list[Card], start: int) -> Page:
    end = start + ON_A_PAGE
    return Page(tuple(cards[start:end]), end if end < len(cards) else None)
