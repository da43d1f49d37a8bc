"""Tables of the bot's own database; times are seconds since 1970 in UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of the tables."""

    type_annotation_map = {int: BigInteger}  # noqa: RUF012 - SQLAlchemy reads it so


class User(Base):
    """A user's languages: the one chosen, and the one of the last question."""

    __tablename__ = "user"

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str | None] = mapped_column(String(2))
    spoken: Mapped[str | None] = mapped_column(String(2))


class Turn(Base):
    """A question asked in a conversation that has not ended, under the message it came in."""

    __tablename__ = "turn"
    __table_args__ = (Index("ix_turn_talk", "chat_id", "thread_id", "user_id"),)

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    thread_id: Mapped[int]
    user_id: Mapped[int]
    question: Mapped[str]
    asked_at: Mapped[float] = mapped_column(index=True)


class Blocked(Base):
    """A chat that has shut the bot out."""

    __tablename__ = "blocked"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[float]


class Incoming(Base):
    """An update of one bot; its text goes when it is answered, its number stays a while.

    `sent` is a JSON list of the ids of the messages that answered it so far.
    """

    __tablename__ = "incoming"
    __table_args__ = (Index("ix_incoming_message", "bot_id", "chat_id", "message_id"),)

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int | None]
    message_id: Mapped[int | None]
    payload: Mapped[str]
    sent: Mapped[str]
    attempts: Mapped[int]
    received_at: Mapped[float]
    done_at: Mapped[float | None] = mapped_column(index=True)


class Listing(Base):
    """An answer in pages whose buttons still work; `pages` is the JSON of `Pages`."""

    __tablename__ = "listing"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(index=True)
    language: Mapped[str] = mapped_column(String(2))
    pages: Mapped[str]
    kept_since: Mapped[float] = mapped_column(index=True)


class AskedQuestion(Base):
    """A question that was answered; `history` and `offers` are JSON, see `asked.Asked`."""

    __tablename__ = "asked"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    thread_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    question: Mapped[str]
    history: Mapped[str]
    wanted: Mapped[str | None] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(2))
    snapshot: Mapped[str]
    offers: Mapped[str]
    otherwise: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[float] = mapped_column(index=True)
