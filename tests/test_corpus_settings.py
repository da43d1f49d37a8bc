from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.settings import CorpusSettings


@pytest.mark.parametrize(
    ("environ", "url"),
    [
        ({}, f"sqlite:///{Path('data/corpus.sqlite')}"),
        ({"ELSHI_HOME": "/x", "DATABASE_URL": " "}, "sqlite:////x/corpus.sqlite"),
        ({"DATABASE_URL": "sqlite:///other.db"}, "sqlite:///other.db"),
        ({"DATABASE_URL": "postgres://u:p@h/d"}, "postgresql+psycopg://u:p@h/d"),
        ({"DATABASE_URL": "postgresql://u@h:1/d?x=y"}, "postgresql+psycopg://u@h:1/d?x=y"),
    ],
)
def test_database_is_found_in_the_environment(environ: dict[str, str], url: str) -> None:
    assert CorpusSettings.from_env(environ).database_url == url


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DATABASE_URL", "mysql://u:s3cret@h/d"),
        ("DATABASE_URL", "postgresql://u:s3cret@h:port/d"),
        ("DATABASE_URL", "postgresql://u:s3cret@h"),
        ("DATABASE_URL", "postgresql://u:s3cret@[h/d"),
        ("DATABASE_URL", "sqlite://corpus.db"),
        ("DATABASE_URL", "s3cret"),
        ("ELSHI_HOME", __file__),
        ("ELSHI_HOME", "a?b"),
        ("ELSHI_HOME", "~nobody-of-that-name/x"),
    ],
)
def test_wrong_setting_is_named_and_no_password_shown(variable: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        CorpusSettings.from_env({variable: value})
    assert caught.value.variable == variable
    assert str(caught.value).startswith(f"{variable}: ")
    assert "s3cret" not in str(caught.value)


def test_password_is_not_shown() -> None:
    assert "s3cret" not in repr(
        CorpusSettings.from_env({"DATABASE_URL": "postgres://u:s3cret@h/d"})
    )
