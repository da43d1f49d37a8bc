from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import SETTINGS, TELEGRAM, BotSettings
from corpus.release import Language

TOKEN = "123456:ABC-def_1"


def settings(**environ: str) -> BotSettings:
    return BotSettings.from_env({"TELEGRAM_BOT_TOKEN": TOKEN} | environ)


def test_from_env_defaults() -> None:
    found = settings(ELSHI_LISTEN=" ", ELSHI_ALLOWED_USERS="")
    assert (found.token, found.base_url, found.home) == (TOKEN, TELEGRAM, Path("data"))
    assert (found.webhook_url, found.listen, found.allowed) == (None, None, frozenset())
    assert (found.rate_limit, found.default_language) == (20, Language.EN)
    assert settings().webhook_secret != settings().webhook_secret


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("TELEGRAM_BASE_URL", "http://127.0.0.1:8081/", "base_url", "http://127.0.0.1:8081"),
        ("TELEGRAM_BASE_URL", "http://[::1]:8081/bot", "base_url", "http://[::1]:8081"),
        (
            "ELSHI_WEBHOOK_URL",
            "https://news.example/bot",
            "webhook_url",
            "https://news.example/bot",
        ),
        ("ELSHI_WEBHOOK_URL", "https://news.example", "listen", ("127.0.0.1", 8080)),
        ("ELSHI_WEBHOOK_SECRET", "s3cret_-", "webhook_secret", "s3cret_-"),
        ("ELSHI_LISTEN", "0.0.0.0:90", "listen", ("0.0.0.0", 90)),
        ("ELSHI_LISTEN", ":90", "listen", ("0.0.0.0", 90)),
        ("ELSHI_LISTEN", "[::1]:90", "listen", ("::1", 90)),
        ("ELSHI_ALLOWED_USERS", "7, -100,8", "allowed", frozenset({7, -100, 8})),
        ("ELSHI_RATE_LIMIT", "3", "rate_limit", 3),
        ("ELSHI_DEFAULT_LANGUAGE", "KK", "default_language", Language.KK),
        ("ELSHI_HOME", "/srv/elshi", "home", Path("/srv/elshi")),
    ],
)
def test_from_env_value(name: str, value: str, field: str, expected: object) -> None:
    assert getattr(settings(**{name: value}), field) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", ""),
        ("TELEGRAM_BOT_TOKEN", "s3cr3t without colon"),
        ("TELEGRAM_BASE_URL", "api.telegram.org"),
        ("TELEGRAM_BASE_URL", "http://host:99999"),
        ("ELSHI_WEBHOOK_URL", "ftp://news.example"),
        ("ELSHI_WEBHOOK_SECRET", "пароль"),
        ("ELSHI_WEBHOOK_SECRET", "a" * 257),
        ("ELSHI_LISTEN", "8080"),
        ("ELSHI_LISTEN", "localhost:http"),
        ("ELSHI_LISTEN", "localhost:70000"),
        ("ELSHI_ALLOWED_USERS", "7;somebody"),
        ("ELSHI_RATE_LIMIT", "0"),
        ("ELSHI_RATE_LIMIT", "many"),
        ("ELSHI_DEFAULT_LANGUAGE", "de"),
    ],
)
def test_from_env_wrong(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(**{name: value})
    assert caught.value.variable == name
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)
    assert not value or "s3cr3t" not in str(caught.value)


def test_secrets_stay_out_of_repr() -> None:
    shown = repr(settings(ELSHI_WEBHOOK_SECRET="hush-hush"))
    assert TOKEN not in shown
    assert "hush-hush" not in shown


def test_every_variable_is_documented() -> None:
    source = Path(__file__).parents[1].joinpath("bot", "settings.py").read_text("utf-8")
    read = source[source.index("def from_env") :]
    for setting in SETTINGS:
        assert f'"{setting.name}"' in read
        assert setting.meaning.endswith(".")
