from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from corpus.errors import StoreError
from corpus.sync_lock import sync_lock


def test_one_sync_at_a_time(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    engine = sessions.kw["bind"]
    with (
        sync_lock(engine, tmp_path),
        pytest.raises(StoreError, match="another sync"),
        sync_lock(engine, tmp_path),
    ):
        pass
    with sync_lock(engine, tmp_path):
        pass


def test_lock_is_given_back_where_a_sync_fails(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    engine = sessions.kw["bind"]
    with pytest.raises(ZeroDivisionError), sync_lock(engine, tmp_path):
        raise ZeroDivisionError
    with sync_lock(engine, tmp_path):
        pass
