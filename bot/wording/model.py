"""Asks an OpenAI-compatible endpoint to complete a chat."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx

from bot.errors import BotError
from bot.wording.settings import ModelSettings

LONGEST = 1_000_000  # bytes of a reply
TOKENS = 400  # that the model may write


class ModelError(BotError):
    """The model gave nothing that could be used; the answer is shown without its wording."""


class ChatModel:
    """The model of `settings`; any number of threads may ask it."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings
        key = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
        self._client = httpx.Client(timeout=settings.timeout, trust_env=False, headers=key)

    def complete(self, system: str, user: str) -> str:
        """What the model writes in answer to `user`, told `system` before. Raises ModelError."""
        request = {
            "model": self._settings.model,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
            "temperature": 0,
            "max_tokens": TOKENS,
        }
        try:
            return _content(json.loads(self._post(request)))
        except httpx.HTTPError as error:
            raise ModelError(f"the language model: {type(error).__name__}") from error
        except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
            raise ModelError("the language model replied in an unknown form") from error

    def _post(self, request: dict[str, Any]) -> bytes:
        """The reply; in all no longer than the time-out, and no larger than `LONGEST`."""
        ends = time.monotonic() + self._settings.timeout
        content = bytearray()
        url = f"{self._settings.url}/chat/completions"
        with self._client.stream("POST", url, json=request) as response:
            for part in response.iter_bytes():
                content += part
                if len(content) > LONGEST or time.monotonic() > ends:
                    raise ModelError("the language model's reply is too long or too slow")
            if response.status_code != 200:
                raise ModelError(f"the language model: HTTP {response.status_code}")
        return bytes(content)


def _content(reply: Any) -> str:  # noqa: ANN401 - any JSON
    text = reply["choices"][0]["message"]["content"]
    if not isinstance(text, str):
        raise TypeError
    return text
