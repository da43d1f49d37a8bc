"""Where the index lives, from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import BUNDLED, IndexSettings


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, IndexSettings(Path("data/index"), BUNDLED, Path("data/models"))),
        (
            {"ELSHI_HOME": "h", "EMBEDDING_MODEL": " ", "ELSHI_MODELS": ""},
            IndexSettings(Path("h/index"), BUNDLED, Path("h/models")),
        ),
        (
            {"ELSHI_HOME": "h", "EMBEDDING_MODEL": "other/e5", "ELSHI_MODELS": "m"},
            IndexSettings(Path("h/index"), "other/e5", Path("m")),
        ),
    ],
)
def test_settings(environ: dict[str, str], expected: IndexSettings) -> None:
    assert IndexSettings.from_env(environ) == expected


def test_a_tilde_is_the_persons_home() -> None:
    assert IndexSettings.from_env({"ELSHI_HOME": "~/x"}).folder == Path.home() / "x" / "index"


@pytest.mark.parametrize("variable", ["ELSHI_HOME", "ELSHI_MODELS"])
def test_a_file_is_no_folder(tmp_path: Path, variable: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match=variable) as caught:
        IndexSettings.from_env({variable: str(tmp_path / "file")})
    assert caught.value.variable == variable
