from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from corpus_releases import NOW, release
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session, sessionmaker

from corpus import database
from corpus.database import begin_writing, make_engine, migrate
from corpus.errors import StoreError
from corpus.models import Base
from corpus.store import iterate, save


def run(url: str, statement: str) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def migrated(url: str) -> Engine:
    engine = make_engine(url)
    try:
        migrate(engine)
    finally:
        engine.dispose()
    return engine


def test_steps_make_just_the_tables_of_the_models(database_url: str) -> None:
    engine = migrated(database_url)
    with engine.connect() as connection:
        table = {"version_table": "elshi_corpus_revision"}
        context = MigrationContext.configure(connection, opts=table)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_program_knows_its_newest_step() -> None:
    folder = Path(database.__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_heads() == [database.REVISION]


def test_two_processes_may_make_the_tables_at_once(database_url: str) -> None:
    code = "import sys; from corpus.database import *; migrate(make_engine(sys.argv[1]))"
    both = [subprocess.Popen([sys.executable, "-c", code, database_url]) for _ in range(2)]
    assert [process.wait(timeout=60) for process in both] == [0, 0]


def test_alembic_is_loaded_only_where_there_is_something_to_do(database_url: str) -> None:
    code = (
        "import sys; from corpus.database import *; migrate(make_engine(sys.argv[1]));"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, database_url]
    said = [subprocess.run(command, capture_output=True, text=True).stdout for _ in range(2)]
    assert said == ["True\n", "False\n"]


@pytest.mark.parametrize(
    ("statement", "advice"),
    [
        ("CREATE TABLE songs (id INTEGER)", "another program's tables"),
        ("UPDATE elshi_corpus_revision SET version_num = '9999'", "newer Elshi"),
    ],
)
def test_database_of_somebody_else_is_left_alone(
    database_url: str, statement: str, advice: str
) -> None:
    if statement.startswith("UPDATE"):
        migrated(database_url)
    run(database_url, statement)
    with pytest.raises(StoreError, match=advice) as caught:
        migrated(database_url)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "DATABASE_URL"),
        ("oracle9://host/x", "DATABASE_URL"),
        ("postgresql+psycopg://elshi:s3cret@127.0.0.1:1/elshi", "refuses"),
        ("postgres://elshi:s3cret@127.0.0.1:1/elshi", "refuses"),
        ("sqlite:////dev/null/x/corpus.sqlite", "folder"),
        ("sqlite:////", "refuses"),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_line_without_the_password(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        migrated(url)
    assert "s3cret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    path.write_bytes(b"not a database, but long enough to look at " * 50)
    with pytest.raises(StoreError, match="not a database"):
        migrated(f"sqlite:///{path}")


def test_writers_wait_for_one_another(sessions: sessionmaker[Session]) -> None:
    def write(number: int) -> None:
        with sessions.begin() as session:
            begin_writing(session)
            save(session, release("shared", f"text {number}"), NOW)
            save(session, release(str(number)), NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(12)))
    with sessions() as session:
        assert len(list(iterate(session))) == 13


def test_reader_sees_what_was_committed_while_another_writes(
    sessions: sessionmaker[Session],
) -> None:
    with sessions.begin() as writer, sessions() as reader:
        begin_writing(writer)
        save(writer, release(), NOW)
        assert list(iterate(reader)) == []
