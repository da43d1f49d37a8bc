"""Begins standing questions: reads them, and notes what they know from the start. Blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from bot.errors import IndexUnusableError
from bot.ports import Engine
from bot.settings import BotSettings
from bot.telegram.watches.holding import known_at_start
from bot.telegram.watches.kept import Kind, Watch
from bot.telegram.watches.watching import Watching
from bot.watches.matching import is_topic_passed_over
from bot.watches.wanted import Unwatchable, Wanted, read_wanted
from corpus.dates import day_of
from corpus.release import Language
from index.errors import IndexingError
from index.search import Searcher


class Refusal(StrEnum):
    """Why a watch that can be watched was not set."""

    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be told of, and where; `language` is the one that they chose."""

    chat_id: int
    thread_id: int
    user_id: int
    text: str
    history: tuple[str, ...]
    language: Language | None


def begin(
    watching: Watching, engine: Engine, wish: Wish, settings: BotSettings
) -> Watch | Unwatchable | Refusal:
    """The watch that was set for `wish`, or why there is none.

    One that the chat has already is given again. Raises BotError.
    """
    now = datetime.now(UTC)
    wanted = read_wanted(wish.text, wish.history, wish.language, day_of(now))
    if isinstance(wanted, Unwatchable):
        return wanted
    for other in watching.watches.of_chat(wish.chat_id):
        if (other.user_id, other.text, other.history) == (wish.user_id, wish.text, wish.history):
            return other
    searcher = engine.searcher()
    try:
        watch = _watch(wish, wanted, searcher, now)
        known = known_at_start(watch, watching.desk.news(searcher))
    except IndexingError as error:
        raise IndexUnusableError(str(error)) from error
    watch_id = watching.watches.add(watch, known, settings.watches_per_user)
    return Refusal.TOO_MANY if watch_id is None else replace(watch, id=watch_id)


def read_again(watching: Watching, engine: Engine, watch: Watch) -> Watch:
    """The watch as it goes on after a pause: what happened meanwhile is known. Raises BotError."""
    searcher = engine.searcher()
    now = datetime.now(UTC)
    going_on = replace(watch, paused=False, since=now, snapshot=searcher.name)
    try:
        known = known_at_start(going_on, watching.desk.news(searcher))
    except IndexingError as error:
        raise IndexUnusableError(str(error)) from error
    watching.watches.resume(watch.id, searcher.name, known)
    return going_on


def _watch(wish: Wish, wanted: Wanted, searcher: Searcher, now: datetime) -> Watch:
    language = wanted.question.language
    query = wanted.query
    return Watch(
        chat_id=wish.chat_id,
        thread_id=wish.thread_id,
        user_id=wish.user_id,
        kind=Kind.TOPIC if query is None else Kind.EVENTS,
        text=wish.text,
        name=wanted.read_as if wish.history else wish.text,
        language=language,
        snapshot=searcher.name,
        since=now,
        history=wish.history,
        passes_topic=query is not None and is_topic_passed_over(query, language, searcher),
    )


def read_as(watch: Watch) -> str:
    """How the question of a watch is read, in words of its language."""
    wanted = read_wanted(watch.text, watch.history, watch.language, day_of(watch.since))
    return watch.name if isinstance(wanted, Unwatchable) else wanted.read_as
