"""Deletes watches with all that belongs to them; in a given session."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from bot.telegram.watches.models import KnownRow, NoticeRow, WatchRow


def delete_where(session: Session, which: ColumnElement[bool]) -> None:
    """Delete the watches that `which` is true of, with all that they know and were to tell."""
    ids = list(session.scalars(select(WatchRow.id).where(which)))
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        session.execute(delete(NoticeRow).where(NoticeRow.watch_id.in_(part)))
        session.execute(delete(KnownRow).where(KnownRow.watch_id.in_(part)))
        session.execute(delete(WatchRow).where(WatchRow.id.in_(part)))


def delete_of_chat(session: Session, chat_id: int) -> None:
    """Delete the watches of a chat."""
    delete_where(session, WatchRow.chat_id == chat_id)
