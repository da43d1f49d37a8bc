"""What can go wrong in the index.

IndexingError
├── SettingsError       a variable of the environment is wrong
├── ModelError          the embedding model cannot be had or is not the one that is known
├── IndexMissingError   there is no index yet
├── IndexDamagedError   a part of the index is missing, cut off or altered
├── ExtraMissingError   an optional library is not installed
└── IndexOutdatedError  built by another version of the program, or with another model
"""

from __future__ import annotations


class IndexingError(Exception):
    """Base of all: its text is one line for a person, and says what to do."""


class SettingsError(IndexingError):
    """A variable of the environment has a wrong value."""

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable} {problem}")
        self.variable = variable


class ModelError(IndexingError):
    """The embedding model cannot be loaded."""


class ExtraMissingError(IndexingError):
    """A library is missing that one of the program's extras installs."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed; run: pip install 'elshi[{extra}]'")
        self.library = library


class IndexMissingError(IndexingError):
    """No index has been built in this folder."""


class IndexDamagedError(IndexingError):
    """A file of the index is not what its manifest says."""


class IndexOutdatedError(IndexingError):
    """The index is whole, but not of this program's format or this model."""
