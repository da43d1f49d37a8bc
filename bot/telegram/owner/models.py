"""The owner's tables: who uses the bot, who is shut out, announcements; times since 1970."""

from __future__ import annotations

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.telegram.storage.models import Base


class Seen(Base):
    """A user in a chat, and when they first and last wrote there, to the hour."""

    __tablename__ = "seen"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_at: Mapped[float]
    last_at: Mapped[float] = mapped_column(index=True)


class Banned(Base):
    """A user or chat that the owner shut out; /forget does not let them in again."""

    __tablename__ = "banned"

    banned_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[float]


class BroadcastRow(Base):
    """An announcement of the owner `user_id`; `message_id` is the message that tells how far it is.

    It is a draft until it is confirmed.
    """

    __tablename__ = "broadcast"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    user_id: Mapped[int]
    chat_id: Mapped[int]
    message_id: Mapped[int | None]
    text: Mapped[str]
    stage: Mapped[str] = mapped_column(String(16), index=True)
    made_at: Mapped[float] = mapped_column(index=True)


class RecipientRow(Base):
    """Somebody who is to get an announcement, and what became of it for them."""

    __tablename__ = "recipient"

    broadcast_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    outcome: Mapped[str] = mapped_column(String(16), index=True)
