"""What can go wrong in the conversation, as far as somebody can do something about it.

    BotError
    ├── SettingsError        an environment variable is missing or wrong (variable)
    ├── TokenRefusedError    Telegram does not know the bot (server)
    ├── SecondPollerError    another process fetches this bot's updates
    ├── AlreadyRunningError  another bot runs on the same data folder (path)
    ├── StateError           the bot's own database cannot be used (path)
    ├── IndexUnusableError   there is no index, or it is damaged or outdated
    ├── BackupError          a backup cannot be made or brought back (path)
    ├── UnknownAnswerError   no answer or report has this id (answer_id)
    └── ListenError          the address for webhook and health cannot be had (address)

Every message is one line for the person who runs the bot, and holds no secret.
"""

from __future__ import annotations

from pathlib import Path


class BotError(Exception):
    """Base of what the conversation layer raises."""


class SettingsError(BotError):
    """An environment variable is missing or wrong; `variable` is its name."""

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable} {problem}")
        self.variable = variable


class TokenRefusedError(BotError):
    """Telegram, or the Bot API server at `server`, does not know the token."""

    def __init__(self, server: str) -> None:
        super().__init__(
            f"TELEGRAM_BOT_TOKEN was refused by {server}: copy it again from @BotFather"
        )
        self.server = server


class SecondPollerError(BotError):
    """Another process asks Telegram for the updates of the same bot."""

    def __init__(self) -> None:
        super().__init__(
            "another process fetches the updates of this bot: stop it, "
            "or give this one a token of its own in TELEGRAM_BOT_TOKEN"
        )


class AlreadyRunningError(BotError):
    """Another bot runs on the data folder whose lock is at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"another bot already runs on this data folder ({path} is locked)")
        self.path = path


class StateError(BotError):
    """The bot's own database at `path` cannot be read or written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


class ListenError(BotError):
    """The address in ELSHI_LISTEN, or in another `variable`, cannot be listened on."""

    def __init__(self, address: str, problem: str, variable: str = "ELSHI_LISTEN") -> None:
        super().__init__(f"{variable}: cannot listen on {address}: {problem}")
        self.address = address


class BackupError(BotError):
    """The backup at `path`, or what it is made of, cannot be used."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


class UnknownAnswerError(BotError):
    """No answer and no report is kept under `answer_id`."""

    def __init__(self, answer_id: str) -> None:
        super().__init__(
            f"no answer is kept under {answer_id!r}: "
            "elshi feedback list tells what there is, older ones have been deleted"
        )
        self.answer_id = answer_id


class IndexUnusableError(BotError):
    """There is nothing to answer from; the text says how to mend that."""
