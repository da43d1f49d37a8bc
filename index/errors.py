"""What can go wrong in the index, as a tree:

IndexFailure
├── SettingsError   a variable of the environment is wrong
├── ModelError      the embedding model cannot be had or is not the one that is known
├── IndexMissing    there is no index yet
├── IndexDamaged    a part of the index is missing, cut off or altered
└── IndexOutdated   built by another version of the program, or with another model
"""

from __future__ import annotations


class IndexFailure(Exception):
    """Base of all: its text is one line for a person, and says what to do."""


class SettingsError(IndexFailure):
    """A variable of the environment has a wrong value."""

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable} {problem}")
        self.variable = variable


class ModelError(IndexFailure):
    """The embedding model cannot be loaded."""


class IndexMissing(IndexFailure):
    """No index has been built in this folder."""


class IndexDamaged(IndexFailure):
    """A file of the index is not what its manifest says."""


class IndexOutdated(IndexFailure):
    """The index is whole, but not of this program's format or this model."""
