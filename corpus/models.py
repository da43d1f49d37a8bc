"""The tables of the corpus; only the store and the status read and write them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

# PostgreSQL would sort keys by the rules of its locale; SQLite and Python sort by code point.
KeyText = String().with_variant(String(collation="C"), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored in UTC without its zone; it comes back aware and in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(  # the signature is the base class's
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """The time as it is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """The time as it was given."""
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """Declares the tables; names constraints, so that a migration can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class ReleaseRow(Base):
    """A release in one language. `version` and `content_hash` are those of its current version.

    `label` is the language under which the site lists it, where it came from the site.
    """

    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("entity", "section", "id", "language"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(KeyText)
    section: Mapped[str] = mapped_column(KeyText)
    id: Mapped[str] = mapped_column(KeyText)
    language: Mapped[str] = mapped_column(KeyText)
    alias: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(KeyText)
    version: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(64))
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    vanished: Mapped[datetime | None] = mapped_column(UtcDateTime)


class VersionRow(Base):
    """One version of a release, word for word; `number` counts from 1, in order of arrival.

    `html` is the body as the site gave it, from which a better parser can read it again.
    """

    __tablename__ = "release_versions"

    release_pk: Mapped[int] = mapped_column(
        ForeignKey("releases.pk", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    url: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    html: Mapped[str | None] = mapped_column(Text)
    published: Mapped[datetime] = mapped_column(UtcDateTime)
    fetched: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stored: Mapped[datetime] = mapped_column(UtcDateTime)


class ImportRow(Base):
    """One import that came to its end, and what it found."""

    __tablename__ = "imports"

    pk: Mapped[int] = mapped_column(primary_key=True)
    finished: Mapped[datetime] = mapped_column(UtcDateTime)
    new: Mapped[int]
    changed: Mapped[int]
    same: Mapped[int]
    bad: Mapped[int]


class ChangeRow(Base):
    """Something that happened to a release: new, changed, vanished or restored."""

    __tablename__ = "changes"

    pk: Mapped[int] = mapped_column(primary_key=True)
    release_pk: Mapped[int] = mapped_column(
        ForeignKey("releases.pk", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(16))
    version: Mapped[int]
    noted: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class WalkRow(Base):
    """How far a walk over one list of the site has come, in items from the newest.

    `kind` is that of the first walk over the whole history or of the slow one that reads it
    all again; `rested` is when the slow one last read a page.
    """

    __tablename__ = "source_walks"

    entity: Mapped[str] = mapped_column(KeyText, primary_key=True)
    section: Mapped[str] = mapped_column(KeyText, primary_key=True)
    label: Mapped[str] = mapped_column(KeyText, primary_key=True)
    kind: Mapped[str] = mapped_column(KeyText, primary_key=True)
    done: Mapped[int]
    finished: Mapped[datetime | None] = mapped_column(UtcDateTime)
    rested: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SourceRow(Base):
    """What is known of the site for one entity and section: when it answered, why it refuses."""

    __tablename__ = "sources"

    entity: Mapped[str] = mapped_column(KeyText, primary_key=True)
    section: Mapped[str] = mapped_column(KeyText, primary_key=True)
    answered: Mapped[datetime | None] = mapped_column(UtcDateTime)
    synced: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)
    since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refusals: Mapped[int]
    wait_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    drift: Mapped[str | None] = mapped_column(Text)
