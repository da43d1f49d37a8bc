"""The bot's condition in words for its owner. Pure."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version

from bot.dates import show_span, show_time
from bot.messages import Texts
from bot.owner.metrics import Condition, Counts
from bot.ports import EngineStatus
from bot.telegram.owner.people import PeopleCounts
from corpus.release import Language

_MB = 1024 * 1024


def status_text(
    texts: Texts, counts: Counts, found: Condition | None, engine: EngineStatus | None
) -> str:
    """Return sync, index, queue, refusals, memory, errors, uptime and versions, a line each."""
    none = texts.text("owner-none")
    lines = []
    if engine is None or found is None:
        lines.append(texts.text("owner-status-broken"))
    else:
        lines.append(texts.text("owner-status-sync", time=_time(engine.synced, texts)))
        lines.append(texts.text("owner-status-site", words=engine.refusal or none))
        lines.append(
            texts.text(
                "owner-status-index",
                built=_time(engine.indexed_at, texts),
                newest=_time(engine.newest, texts),
                releases=engine.releases,
            )
        )
        lines.append(texts.text("owner-status-queue", open=found.queue))
    lines.append(texts.text("owner-status-answers", total=counts.answers, hour=counts.answers_hour))
    total = sum(counts.errors.values())
    lines.append(texts.text("owner-status-errors", total=total, hour=counts.errors_hour))
    lines.append(texts.text("owner-status-classes", classes=_listed(counts.errors) or none))
    lines.append(texts.text("owner-status-calls", classes=_listed(counts.refused_calls) or none))
    if counts.memory is not None:
        lines.append(texts.text("owner-status-memory", megabytes=round(counts.memory / _MB)))
    lines.append(texts.text("owner-status-uptime", span=show_span(counts.uptime, texts.language)))
    lines.append(
        texts.text(
            "owner-status-versions",
            elshi=version("elshi"),
            python=platform.python_version(),
            library=version("python-telegram-bot"),
        )
    )
    return "\n".join(lines)


def users_text(texts: Texts, counts: PeopleCounts) -> str:
    """Return how many use the bot, and nothing of who they are."""
    return texts.text(
        "owner-users",
        users=counts.users,
        day=counts.day,
        week=counts.week,
        groups=counts.groups,
        blocked=counts.shut_out,
        **{language: counts.languages.get(language, 0) for language in map(str, Language)},
    )


def _time(moment: datetime | None, texts: Texts) -> str:
    return show_time(moment, texts.language) if moment else texts.text("owner-never")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
