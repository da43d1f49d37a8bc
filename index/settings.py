"""Where the index lives and which model it is made with, read from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import SettingsError

BUNDLED = "multilingual-e5-small"
"""The embedding model that comes with the program."""

SETTINGS = (
    ("EMBEDDING_MODEL", BUNDLED, "Embedding model: the bundled one, or a name or folder."),
    ("ELSHI_MODELS", "<ELSHI_HOME>/models", "Folder of the bundled model, made ready to run."),
)
"""Name, default and meaning of each variable; the README's table is held to it."""


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """`folder` of the index, the embedding `model` and the folder of compiled `models`."""

    folder: Path
    model: str
    models: Path

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> IndexSettings:
        """The settings that `environ` holds; an empty variable counts as unset."""
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        home = Path(given.get("ELSHI_HOME", "data")).expanduser()
        models = Path(given.get("ELSHI_MODELS", str(home / "models"))).expanduser()
        for name, folder in (("ELSHI_HOME", home), ("ELSHI_MODELS", models)):
            if folder.exists() and not folder.is_dir():
                raise SettingsError(name, f"is {folder}, which is a file; a folder is needed")
        return cls(home / "index", given.get("EMBEDDING_MODEL", BUNDLED), models)
