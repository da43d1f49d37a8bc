"""Keeps the token out of every log, and the noise of libraries down."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_FORMATTER = logging.Formatter()


@contextmanager
def redacted_logs(*secrets: str) -> Iterator[None]:
    """Replace each of `secrets` by "***" in whatever any logger of this process says.

    Records are redacted as they are made, before any handler sees them, tracebacks included.
    """
    make = logging.getLogRecordFactory()

    def make_redacted(*args: Any, **kwargs: Any) -> logging.LogRecord:  # noqa: ANN401
        record = make(*args, **kwargs)
        _redact(record, [secret for secret in secrets if secret])
        return record

    logging.setLogRecordFactory(make_redacted)
    try:
        yield
    finally:
        logging.setLogRecordFactory(make)


def quieten_libraries() -> None:
    """Leave out what libraries log of each request, and of refusals that are handled."""
    for name in ("httpx", "httpcore", "uvicorn"):  # httpx logs addresses with the token
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.INFO)  # below, it logs what people write
    # It logs each refusal with a traceback, which `bot.telegram.sending.outbox` then waits out.
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)


def _redact(record: logging.LogRecord, secrets: list[str]) -> None:
    message = record.getMessage()
    if record.exc_info and record.exc_info[0]:
        record.exc_text = _FORMATTER.formatException(record.exc_info)
    for secret in secrets:
        message = message.replace(secret, "***")
        record.exc_text = record.exc_text and record.exc_text.replace(secret, "***")
        record.stack_info = record.stack_info and record.stack_info.replace(secret, "***")
    if message != record.getMessage():
        record.msg, record.args = message, None
