"""Which language model words answers, out of the environment; none by default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.errors import SettingsError

SETTINGS = (
    ("ELSHI_LLM_URL", "none", "Root of an OpenAI-compatible API that may word answers."),
    ("ELSHI_LLM_MODEL", "none", "The model's name there."),
    ("ELSHI_LLM_KEY", "none", "The key for it, where it wants one."),
    ("ELSHI_LLM_TIMEOUT", "20", "Seconds after which the answer is shown without its wording."),
)
"""Name, default and meaning of each variable; the README's table is held to it."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where the model is; `timeout` is in seconds."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 20.0

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> ModelSettings | None:
        """The settings that `environ` holds; None where no model is set up.

        Raises SettingsError, which names the variable and shows no key.
        """
        given = {name: environ.get(name, "").strip() for name, *_ in SETTINGS}
        if not given["ELSHI_LLM_URL"]:
            return None
        if not given["ELSHI_LLM_MODEL"]:
            raise SettingsError("ELSHI_LLM_MODEL", "is not set, and ELSHI_LLM_URL is")
        return cls(
            _url(given["ELSHI_LLM_URL"]),
            given["ELSHI_LLM_MODEL"],
            given["ELSHI_LLM_KEY"] or None,
            _timeout(given["ELSHI_LLM_TIMEOUT"] or "20"),
        )


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and parts.hostname and not parts.username
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError("ELSHI_LLM_URL", "is not an address that begins with http(s)://")
    return value.rstrip("/").removesuffix("/chat/completions")


def _timeout(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 0 < seconds <= 300:
        raise SettingsError("ELSHI_LLM_TIMEOUT", "is no number of seconds up to 300")
    return seconds
