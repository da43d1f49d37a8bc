"""How the program logs: as lines for people, or as one JSON object a line for machines.

With the standard library's formatter: what its own and other libraries' loggers say goes through
it as well, and through the redaction of secrets in `bot.telegram.logs`.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.environment import read_choice, set_variables

SETTINGS = (
    ("ELSHI_LOG_FORMAT", "text", "text or json: how log lines are written."),
    ("ELSHI_LOG_LEVEL", "warning", "debug, info, warning or error: the least that is logged."),
)
"""Name, default and meaning of each variable; the README's table is held to it."""

QUESTIONS = "bot.questions"
"""The logger of users' questions, which says something only where the owner wants it to."""

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LEVELS = ("warning", "debug", "info", "error")


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message and, where there is one, traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            told["traceback"] = record.exc_text
        return json.dumps(told, ensure_ascii=False)


def set_up_logs(environ: Mapping[str, str]) -> None:
    """Log to standard error as `environ` says. Raises SettingsError."""
    given = set_variables(environ)
    form = read_choice(given, "ELSHI_LOG_FORMAT", ("text", "json"))
    level = read_choice(given, "ELSHI_LOG_LEVEL", _LEVELS)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else logging.Formatter(_LINE))
    logging.basicConfig(level=level.upper(), handlers=[handler])
    logging.getLogger(QUESTIONS).setLevel(logging.INFO)
