"""Settings of the Telegram bot, out of environment variables.

`SETTINGS` documents each variable; the README's table is held to it by a test.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.environment import (
    read_address,
    read_choice,
    read_count,
    read_language,
    read_url,
    set_variables,
)
from bot.errors import SettingsError
from bot.page.settings import DEFAULT_ADDRESS, PageSettings, page_beside_bot
from corpus.release import Language

TELEGRAM = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable as people read of it: its name, its default, what it means."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("TELEGRAM_BOT_TOKEN", "none", "The token that @BotFather gave you; needed."),
    Setting("TELEGRAM_BASE_URL", TELEGRAM, "Root address of the Bot API server."),
    Setting(
        "ELSHI_WEBHOOK_URL",
        "none",
        "Public root address that Telegram delivers updates to, at /telegram under it; "
        "without it the bot fetches updates itself by long polling.",
    ),
    Setting(
        "ELSHI_WEBHOOK_SECRET",
        "made at each start",
        "Secret that Telegram proves itself with: 1 to 256 letters, digits, _ and -.",
    ),
    Setting(
        "ELSHI_LISTEN",
        "127.0.0.1:8080 with a webhook or the page, else none",
        "host:port for the webhook, for the web page and for GET /healthz and /metrics.",
    ),
    Setting(
        "ELSHI_ALLOWED_USERS",
        "everybody",
        "Ids of the users and chats that may ask, separated by commas.",
    ),
    Setting("ELSHI_RATE_LIMIT", "20", "Questions that one user may ask in a minute."),
    Setting(
        "ELSHI_DEFAULT_LANGUAGE",
        "en",
        "en, ru or kk: what the bot speaks where nothing tells it the user's language.",
    ),
    Setting("ELSHI_ADMINS", "none", "Ids of the users who own the bot, separated by commas."),
    Setting(
        "ELSHI_RETENTION_DAYS",
        "30",
        "Days after which questions, answers and reports on them are deleted.",
    ),
    Setting(
        "ELSHI_LOG_QUESTIONS",
        "off",
        "on or off: whether questions are written to the log; /privacy tells users so.",
    ),
    Setting(
        "ELSHI_METRICS_LISTEN",
        "none",
        "host:port for GET /metrics; without it metrics are told on ELSHI_LISTEN, and beside "
        "the web page nowhere.",
    ),
    Setting("ELSHI_WATCHES_PER_USER", "10", "Standing questions that one user may have."),
    Setting(
        "ELSHI_WATCHES_GRACE_DAYS",
        "2",
        "Days before a watch began within which a release may have been published to be told.",
    ),
    Setting(
        "ELSHI_CHANNEL",
        "none",
        "Channel that new releases are posted to, as @name or id, and its language: @name:ru.",
    ),
    Setting("ELSHI_CHANNEL_DIGEST", "daily", "How often that is: daily, weekly or now."),
    Setting("ELSHI_HOME", "./data", "Folder for everything that is stored."),
)


@dataclass(frozen=True, slots=True)
class BotSettings:
    """What the Telegram bot is told when it starts; the variables are in `SETTINGS`.

    `retention` is in seconds, `log_questions` "on" or "off".
    """

    token: str = field(repr=False)
    base_url: str = TELEGRAM
    webhook_url: str | None = None
    webhook_secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    listen: tuple[str, int] | None = None
    metrics_listen: tuple[str, int] | None = None
    allowed: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()
    rate_limit: int = 20
    retention: float = 30 * 24 * 3600.0
    log_questions: str = "off"
    default_language: Language = Language.EN
    watches_per_user: int = 10
    watches_grace: timedelta = timedelta(days=2)
    channel: str | None = None
    channel_language: Language | None = None
    channel_digest: str = "daily"
    home: Path = Path("data")
    page: PageSettings | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> BotSettings:
        """Return the settings in `environ`; an empty variable is one that is not set.

        Raises SettingsError, which names the variable.
        """
        given = set_variables(environ)
        webhook_url = read_url(given, "ELSHI_WEBHOOK_URL")
        listen = read_address(given, "ELSHI_LISTEN")
        page = page_beside_bot(environ)
        if (webhook_url or page) and not listen:
            listen = DEFAULT_ADDRESS
        return cls(
            token=_token(given),
            base_url=(read_url(given, "TELEGRAM_BASE_URL") or TELEGRAM).removesuffix("/bot"),
            webhook_url=webhook_url,
            webhook_secret=_secret(given),
            listen=listen,
            metrics_listen=read_address(given, "ELSHI_METRICS_LISTEN"),
            allowed=_ids(given, "ELSHI_ALLOWED_USERS"),
            admins=_ids(given, "ELSHI_ADMINS"),
            rate_limit=read_count(given, "ELSHI_RATE_LIMIT", 20),
            retention=24 * 3600.0 * read_count(given, "ELSHI_RETENTION_DAYS", 30),
            log_questions=read_choice(given, "ELSHI_LOG_QUESTIONS", ("off", "on")),
            default_language=read_language(given, "ELSHI_DEFAULT_LANGUAGE"),
            watches_per_user=read_count(given, "ELSHI_WATCHES_PER_USER", 10),
            watches_grace=timedelta(days=read_count(given, "ELSHI_WATCHES_GRACE_DAYS", 2)),
            channel=_channel(given)[0],
            channel_language=_channel(given)[1],
            channel_digest=read_choice(given, "ELSHI_CHANNEL_DIGEST", ("daily", "weekly", "now")),
            home=Path(given.get("ELSHI_HOME", "data")),
            page=page,
        )


def _channel(given: Mapping[str, str]) -> tuple[str | None, Language | None]:
    name = "ELSHI_CHANNEL"
    if name not in given:
        return None, None
    found = re.fullmatch(r"(@\w{4,32}|-\d{4,20})(?::(en|ru|kk))?", given[name], re.ASCII)
    if found is None:
        raise SettingsError(name, "is not of the form @name, @name:ru or -1001234567890:ru")
    return found[1], Language(found[2]) if found[2] else None


def _token(given: Mapping[str, str]) -> str:
    name = "TELEGRAM_BOT_TOKEN"
    if name not in given:
        raise SettingsError(name, "is not set: put the token there that @BotFather gave you")
    if not re.fullmatch(r"\d+:[\w-]+", given[name], re.ASCII):
        raise SettingsError(name, "is not a token of the form 123456:ABC-DEF")
    return given[name]


def _secret(given: Mapping[str, str]) -> str:
    name = "ELSHI_WEBHOOK_SECRET"
    secret = given.get(name) or secrets.token_urlsafe(32)
    if not re.fullmatch(r"[\w-]{1,256}", secret, re.ASCII):
        raise SettingsError(name, "may hold only 1 to 256 letters, digits, _ and -")
    return secret


def _ids(given: Mapping[str, str], name: str) -> frozenset[int]:
    words = re.split(r"[,\s]+", given.get(name, "").strip(", "))
    try:
        return frozenset(int(word) for word in words if word)
    except ValueError:
        raise SettingsError(name, "is not a list of numbers separated by commas") from None
