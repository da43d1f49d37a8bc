"""Links that open the bot at a release or an answer: `t.me/BOT?start=PAYLOAD`. Pure.

Whoever follows a link sends its payload, so that it is as hostile as any other input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.release import Release

_PAYLOAD = re.compile(r"(?:(r)_([A-Za-z0-9-]{1,48})|(q)_([A-Za-z0-9_-]{8,24}))")
_ID = re.compile(r"[A-Za-z0-9-]{1,48}", re.ASCII)


class Opens(StrEnum):
    """What a link opens."""

    RELEASE = "r"
    QUESTION = "q"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a payload opens: a release by its id, or a question by the key of its answer."""

    opens: Opens
    name: str


def read_payload(payload: str) -> Opening | None:
    """What `payload` opens; None where it is not one of ours."""
    found = _PAYLOAD.fullmatch(payload)
    if found is None:
        return None
    if found[1]:
        return Opening(Opens.RELEASE, found[2])
    return Opening(Opens.QUESTION, found[4])


def release_payload(release: Release) -> str | None:
    """The payload that opens `release`; None where its id is not fit for one."""
    return f"r_{release.key.id}" if _ID.fullmatch(release.key.id) else None


def question_payload(key: str) -> str:
    """The payload that asks again what the answer under `key` was given to."""
    return f"q_{key}"


def link_to(bot: str, payload: str) -> str:
    """The address that opens the bot named `bot` with `payload`."""
    return f"https://t.me/{bot}?start={payload}"
