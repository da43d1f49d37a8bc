"""Forgets and moves what stands under a user's or a chat's id, in every table that has one.

It goes by the columns' names, so that a table of a new room is not left out: `user_id` is whose
a row is, `chat_id` where it belongs; somebody's private chat has their own id.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table, delete, update
from sqlalchemy.orm import Session

from bot.telegram.storage.models import Base, Blocked, Incoming

KEPT_ANYHOW = frozenset({Incoming.__tablename__, Blocked.__tablename__})
"""Numbers of messages, so that nothing is answered twice; who wants no messages from the bot."""


def forget_user(session: Session, user_id: int) -> None:
    """Delete all rows of a user, in every chat, and those of their private chat."""
    for table in _tables():
        column = "user_id" if "user_id" in table.c else "chat_id"
        if column in table.c:
            session.execute(delete(table).where(table.c[column] == user_id))


def forget_chat(session: Session, chat_id: int) -> None:
    """Delete all rows of a chat."""
    for table in _tables():
        if "chat_id" in table.c:
            session.execute(delete(table).where(table.c.chat_id == chat_id))


def move_chat(session: Session, old: int, new: int) -> None:
    """Put the rows of a group under the id of the supergroup that it became."""
    for table in _tables():
        if "chat_id" in table.c:  # message ids begin anew there, so that some may be taken
            moved = update(table).prefix_with("OR IGNORE").where(table.c.chat_id == old)
            session.execute(moved.values(chat_id=new))


def _tables() -> Iterator[Table]:
    tables = reversed(Base.metadata.sorted_tables)
    return (table for table in tables if table.name not in KEPT_ANYHOW)
