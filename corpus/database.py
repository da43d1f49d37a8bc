"""The database that holds the corpus: opened, brought up to date, locked for writing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    ExceptionContext,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from corpus.errors import StoreError

REVISION = "0002"

_VERSION_TABLE = "elshi_corpus_revision"
_BUSY_MS = 30_000
_DENIED = "42501"  # PostgreSQL's code where a role lacks a privilege
_LOCK = 5_119_171  # an arbitrary number that names this program's lock in PostgreSQL


def make_engine(database_url: str) -> Engine:
    """An engine for SQLite (the parent folder is made) or PostgreSQL; nothing is opened yet.

    What a user can mend in the database's refusals comes as StoreError, from every use of it.
    """
    try:
        url = make_url(database_url)
        if url.get_backend_name() in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        # Parameters are hidden, as an error would otherwise show whole releases.
        engine = create_engine(url, hide_parameters=True, **_options(url))
    except ArgumentError as error:
        raise StoreError("DATABASE_URL is not the address of a database") from error
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs its driver: pip install 'elshi[postgres]'") from error
    event.listen(engine, "handle_error", _translate)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    return engine


def migrate(engine: Engine) -> None:
    """Bring the database to this program's form; quick where it has that already.

    Raises StoreError where it was made by a newer program or by another one.
    """
    with engine.connect() as connection:
        if _revision(connection) == REVISION:
            return
    with engine.begin() as connection:
        _lock(connection)
        revision = _revision(connection)
        if revision != REVISION:
            _check_ours(connection, revision)
            _upgrade(connection)


def begin_writing(session: Session) -> None:
    """Wait until no other process writes, and keep others from it until the commit."""
    _lock(session.connection())


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() != "sqlite":
        return {"pool_pre_ping": True}
    if url.database in (None, "", ":memory:"):
        # One connection for all threads: another one would see another, empty database.
        return {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    if not str(url.database).startswith("file:"):
        folder = Path(str(url.database)).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot make the folder {folder}: {error.strerror}") from error
    return {}


def _set_up_sqlite(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _translate(context: ExceptionContext) -> None:
    error = context.sqlalchemy_exception
    # The others, such as a broken constraint, are bugs of this program and stay as they are.
    is_denied = getattr(context.original_exception, "sqlstate", None) == _DENIED
    if isinstance(error, OperationalError) or type(error) is DatabaseError or is_denied:
        reason = " ".join(str(context.original_exception).split())
        raise StoreError(f"the corpus database refuses: {reason}") from context.original_exception


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION_TABLE):
        return None
    query = f"SELECT version_num FROM {_VERSION_TABLE}"  # noqa: S608 - a constant
    revision: str | None = connection.scalar(text(query))
    return revision


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _check_ours(connection: Connection, revision: str | None) -> None:
    if revision is None:
        if inspect(connection).get_table_names():
            raise StoreError(
                "the database holds another program's tables: set DATABASE_URL to an empty one"
            )
    elif revision > REVISION:
        raise StoreError(
            f"the database was written by a newer Elshi (form {revision}, this one knows"
            f" {REVISION}): install that one, or set DATABASE_URL to another database"
        )


def _upgrade(connection: Connection) -> None:
    # Imported here because Alembic takes longer to load than a question takes to answer.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection, "version_table": _VERSION_TABLE})
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    command.upgrade(config, "head")
