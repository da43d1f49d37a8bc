"""Requests to the site: one at a time, unhurried, tried again only where that can help."""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any, TypeVar

import httpx
import tenacity

from corpus.errors import (
    OverloadedError,
    RefusedError,
    SettingsError,
    SourceError,
    UnavailableError,
    UnreadableError,
)
from corpus.source.settings import SourceSettings

TIMEOUT = 30.0  # seconds; the site is slow at times
TRIES = 4
LONGEST_WAIT = 60.0  # seconds between two tries, whatever the site asks for
LARGEST = 64 * 2**20  # bytes of a reply
KEPT = 2_000  # characters of a reply that an error carries
REFUSALS = frozenset((401, 403, 407, 451))
_REFUSED_CODES = re.compile(r"notAllowed|browserTicketMissing", re.IGNORECASE)
_CHALLENGE = re.compile(
    r"captcha|challenge|checking your browser|enable javascript|ddos|access denied|доступ запрещ",
    re.IGNORECASE,
)


T = TypeVar("T")
_Reader = Callable[[httpx.Response, bytes], T]


class _TransientError(Exception):
    """A fault that may be gone in a moment; `after` is how long the site asks to wait."""

    def __init__(self, error: SourceError, after: float | None = None) -> None:
        self.error = error
        self.after = after


class Site:
    """The site of `settings`; a context manager that closes the connection. Not for threads."""

    def __init__(
        self, settings: SourceSettings, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._pause = settings.pause
        self._sleep = sleep
        self._last = float("-inf")
        self._client = httpx.Client(
            base_url=settings.url,
            headers=[("User-Agent", user_agent(settings.contact)), *settings.headers],
            timeout=TIMEOUT,
            http2=True,
            proxy=settings.proxy,
            verify=_trust(settings),
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Site:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, url: str) -> bytes:
        """What a GET of `url` gives, as it stands; raises SourceError."""
        return self._ask(self._client.build_request("GET", url), _content)

    def get(self, path: str, query: dict[str, str], headers: dict[str, str]) -> Any:  # noqa: ANN401
        """The JSON value that a GET gives; raises SourceError."""
        request = self._client.build_request("GET", path, params=query, headers=headers)
        return self._ask(request, _value)

    def post(self, path: str, content: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
        """The JSON value that a POST of JSON gives; raises SourceError."""
        return self._ask(self._client.build_request("POST", path, json=content), _value)

    def _ask(self, request: httpx.Request, read: _Reader[T]) -> T:
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_TransientError),
            stop=tenacity.stop_after_attempt(TRIES),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            found: T = retrying(self._once, request, read)
        except _TransientError as error:
            raise error.error from error
        return found

    def _once(self, request: httpx.Request, read: _Reader[T]) -> T:
        self._sleep(max(0.0, self._last + self._pause - time.monotonic()))
        try:
            response = self._client.send(request, stream=True)
            try:
                content = _received(response)
            finally:
                response.close()
        except httpx.TransportError as error:
            reason = f"the site cannot be reached: {type(error).__name__}"
            raise _TransientError(UnavailableError(reason)) from error
        except httpx.DecodingError as error:
            raise _TransientError(UnavailableError("the reply is broken")) from error
        finally:
            self._last = time.monotonic()
        return read(response, content)


def user_agent(contact: str) -> str:
    """What the program calls itself: its name, its version and whom to write to."""
    told = f"Elshi/{version('elshi')} (reads published releases"
    return f"{told}; {contact})" if contact else f"{told})"


def _trust(settings: SourceSettings) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if settings.ca is not None:
        try:
            context.load_verify_locations(settings.ca)
        except (OSError, ssl.SSLError) as error:
            raise SettingsError("ELSHI_SOURCE_CA", "holds no certificates") from error
    return context


def _wait(state: tenacity.RetryCallState) -> float:
    failure = state.outcome.exception() if state.outcome else None
    asked = failure.after if isinstance(failure, _TransientError) else None
    backoff = tenacity.wait_exponential_jitter(multiplier=2, max=LONGEST_WAIT, jitter=2)(state)
    return min(max(asked or 0.0, backoff), LONGEST_WAIT)


def _received(response: httpx.Response) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST:
            raise UnreadableError(f"a reply larger than {LARGEST // 2**20} MB")
        parts.append(part)
    return b"".join(parts)


def _value(response: httpx.Response, content: bytes) -> Any:  # noqa: ANN401
    _check_status(response, content)
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        text = content[:KEPT].decode(errors="replace")
        raise _no_json(text, response.status_code) from error


def _content(response: httpx.Response, content: bytes) -> bytes:
    _check_status(response, content)
    return content


def _check_status(response: httpx.Response, content: bytes) -> None:
    status = response.status_code
    text = content[:KEPT].decode(errors="replace")
    if status in REFUSALS or (status == 400 and _REFUSED_CODES.search(text)):
        raise RefusedError(f"the site refuses (HTTP {status}){_code(text)}", status, text)
    if status == 504:
        raise OverloadedError("the site ran out of time (HTTP 504)", status, text)
    if status in (429, 502, 503):
        fault = UnavailableError(f"the site is busy or down (HTTP {status})", status, text)
        raise _TransientError(fault, _retry_after(response))
    if status >= 500:
        raise UnavailableError(f"the site has a fault (HTTP {status})", status, text)
    if status != 200:
        raise UnreadableError(f"the site answers with HTTP {status}", status, text)


def _no_json(text: str, status: int) -> SourceError | _TransientError:
    if _CHALLENGE.search(text):
        return RefusedError("the site shows a challenge page instead of releases", status, text)
    return _TransientError(UnreadableError("the reply is not JSON", status, text))


def _code(text: str) -> str:
    found = _REFUSED_CODES.search(text)
    return f": {found[0]}" if found else ""


def _retry_after(response: httpx.Response) -> float | None:
    value = response.headers.get("retry-after", "")
    return float(value) if value.isascii() and value.isdigit() else None
