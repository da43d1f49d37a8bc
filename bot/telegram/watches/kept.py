"""A standing question as it is kept, and what became of it in a snapshot; values and their rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.telegram.watches.models import WatchRow
from bot.watches.hours import Mode
from bot.watches.notice import Notice
from corpus.release import Language

QUEUED, SENDING = "queued", "sending"


class Kind(StrEnum):
    """What a watch waits for."""

    EVENTS = "events"
    TOPIC = "topic"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing question; `id` is 0 until it is kept.

    `name` is what people see of it, `snapshot` names the index that it was last held to, and
    what was published before `since` is not told. `passes_topic`: words of the question that no
    other condition took up ask nothing.
    """

    chat_id: int
    thread_id: int
    user_id: int
    kind: Kind
    text: str
    name: str
    language: Language
    snapshot: str
    since: datetime
    history: tuple[str, ...] = ()
    passes_topic: bool = False
    mode: Mode = Mode.AT_ONCE
    paused: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What holding a watch to a snapshot came to.

    `notices` are new, each with what it is known by from now on; `changed` is known otherwise.
    """

    watch: Watch
    language: Language
    notices: tuple[tuple[Notice, str], ...] = ()
    changed: tuple[tuple[int, str], ...] = ()


def to_row(watch: Watch) -> WatchRow:
    """The row of a watch that is not kept yet."""
    return WatchRow(
        chat_id=watch.chat_id,
        thread_id=watch.thread_id,
        user_id=watch.user_id,
        kind=watch.kind,
        text=watch.text,
        history=json.dumps(watch.history),
        name=watch.name,
        language=watch.language,
        passes_topic=watch.passes_topic,
        mode=watch.mode,
        paused=watch.paused,
        since=watch.since.timestamp(),
        snapshot=watch.snapshot,
    )


def from_row(row: WatchRow) -> Watch:
    """The watch in a row."""
    return Watch(
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        user_id=row.user_id,
        kind=Kind(row.kind),
        text=row.text,
        name=row.name,
        language=Language(row.language),
        snapshot=row.snapshot,
        since=datetime.fromtimestamp(row.since, UTC),
        history=tuple(json.loads(row.history)),
        passes_topic=row.passes_topic,
        mode=Mode(row.mode),
        paused=row.paused,
        id=row.id,
    )
