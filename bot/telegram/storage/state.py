"""What the bot remembers of people: their language, and the questions of a conversation.

Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select

from bot.telegram.storage.database import Database
from bot.telegram.storage.forgetting import forget_chat, forget_user, move_chat
from bot.telegram.storage.models import Blocked, Turn, User
from bot.telegram.watches.removal import delete_of_chat
from corpus.release import Language

CONVERSATION_ENDS = 30 * 60.0
REMEMBERED_TURNS = 5


@dataclass(frozen=True, slots=True)
class Talk:
    """Where and with whom a conversation takes place: questions leak into no other."""

    chat_id: int
    thread_id: int
    user_id: int


class State:
    """Languages and conversations; `now` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def languages(self, user_id: int) -> tuple[Language | None, Language | None]:
        """Return the language that a user chose, and the one of their last question."""
        with self._database.session() as session:
            user = session.get(User, user_id)
            chosen, spoken = (user.language, user.spoken) if user else (None, None)
        return Language(chosen) if chosen else None, Language(spoken) if spoken else None

    def choose_language(self, user_id: int, language: Language | None) -> None:
        """Note the language that a user chose; None leaves it to each question."""
        with self._database.session() as session:
            session.merge(User(user_id=user_id, language=language))

    def history(self, talk: Talk, message_id: int) -> tuple[str, ...]:
        """Return the last questions before the one in `message_id`, oldest first.

        There are none when the conversation has ended.
        """
        newest = (
            select(Turn)
            .where(*_of(talk), Turn.message_id != message_id)
            .order_by(Turn.asked_at.desc(), Turn.message_id.desc())
        )
        with self._database.session() as session:
            turns = list(session.scalars(newest.limit(REMEMBERED_TURNS)))
            if not turns or turns[0].asked_at <= self._now() - CONVERSATION_ENDS:
                return ()
            return tuple(turn.question for turn in reversed(turns))

    def remember(self, talk: Talk, message_id: int, question: str, language: Language) -> None:
        """Add the question in a message, asked in `language`; an edited one takes its place."""
        turn = Turn(
            chat_id=talk.chat_id,
            message_id=message_id,
            thread_id=talk.thread_id,
            user_id=talk.user_id,
            question=question,
            asked_at=self._now(),
        )
        with self._database.session() as session:
            session.merge(turn)
            session.merge(User(user_id=talk.user_id, spoken=language))

    def end(self, talk: Talk) -> None:
        """Forget the questions of a conversation."""
        with self._database.session() as session:
            session.execute(delete(Turn).where(*_of(talk)))

    def forget_user(self, user_id: int) -> None:
        """Forget all that is stored of a user, in every chat."""
        with self._database.session() as session:
            forget_user(session, user_id)

    def forget_chat(self, chat_id: int) -> None:
        """Forget all that is stored of a chat."""
        with self._database.session() as session:
            forget_chat(session, chat_id)

    def move_chat(self, old: int, new: int) -> None:
        """Carry all that is stored of a group over to the supergroup that it became."""
        with self._database.session() as session:
            move_chat(session, old, new)

    def block(self, chat_id: int) -> None:
        """Note that a chat has shut the bot out, which ends its watches."""
        with self._database.session() as session:
            session.merge(Blocked(chat_id=chat_id, since=self._now()))
            delete_of_chat(session, chat_id)

    def unblock(self, chat_id: int) -> None:
        """Note that a chat has let the bot in."""
        with self._database.session() as session:
            session.execute(delete(Blocked).where(Blocked.chat_id == chat_id))

    def is_blocked(self, chat_id: int) -> bool:
        """Return whether a chat has shut the bot out."""
        with self._database.session() as session:
            return session.get(Blocked, chat_id) is not None

    def sweep(self) -> None:
        """Delete the questions of conversations that have ended."""
        ended = Turn.asked_at <= self._now() - CONVERSATION_ENDS
        with self._database.session() as session:
            session.execute(delete(Turn).where(ended))


def _of(talk: Talk) -> tuple[ColumnElement[bool], ...]:
    return (
        Turn.chat_id == talk.chat_id,
        Turn.thread_id == talk.thread_id,
        Turn.user_id == talk.user_id,
    )
