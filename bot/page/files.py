"""A kept answer as JSON for programs; pure."""

from __future__ import annotations

import json

from bot.answer import answer_to_json, near_misses_to_json
from bot.page.desk import Given
from bot.rendering.terminal import render_text


def answer_as_json(given: Given, link: str) -> bytes:
    """The answer as `elshi ask --json --why` prints it, with when, by what and under which link."""
    answer = given.answer
    told = answer_to_json(answer, render_text(answer)) | {
        "near_misses": near_misses_to_json(answer),
        "snapshot": answer.snapshot,
        "given_at": given.moment.isoformat(),
        "link": link,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")
