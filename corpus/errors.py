"""What can go wrong in the corpus, and only what a user can mend; bugs stay tracebacks.

CorpusError
├── SettingsError   an environment variable is missing or wrong (exit status 2)
├── ParseError      a file or a row of a file holds no release
└── StoreError      the database cannot be opened, read or written

Every message is one line and holds no password.
"""

from __future__ import annotations


class CorpusError(Exception):
    """Base of all errors of this layer; its text is shown to the user as it stands."""


class SettingsError(CorpusError):
    """The environment variable `variable` holds what cannot be used."""

    def __init__(self, variable: str, reason: str) -> None:
        super().__init__(f"{variable}: {reason}")
        self.variable = variable
        self.reason = reason


class ParseError(CorpusError):
    """`path`, a file or `file:line`, holds no release, because of `reason`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StoreError(CorpusError):
    """The database refused; the text says what to do about it, where that is known."""
