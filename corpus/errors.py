"""What can go wrong in the corpus, and only what a user can mend; bugs stay tracebacks.

CorpusError
├── SettingsError   an environment variable is missing or wrong (exit status 2)
├── ParseError      a file or a row of a file holds no release
├── StoreError      the database cannot be opened, read or written
└── SourceError     the site that releases come from gave none
    ├── RefusedError      it says no: wait, never work around
    ├── OverloadedError   it ran out of time: ask for less
    ├── UnavailableError  it cannot be reached, or has a fault
    └── UnreadableError   it replied in a form that is not known

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


class SourceError(CorpusError):
    """The site gave no releases; `status` is that of HTTP, `reply` how its answer began."""

    def __init__(self, reason: str, status: int | None = None, reply: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.reply = reply


class RefusedError(SourceError):
    """The site says no to programs such as this one."""


class OverloadedError(SourceError):
    """The site ran out of time; a smaller page may do."""


class UnavailableError(SourceError):
    """The site cannot be reached or has a fault, also after several tries."""


class UnreadableError(SourceError):
    """The site's reply has a form that is not known."""
