"""Metrics: what is counted, how it is told, and that no user is in it."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import httpx
import pytest
from botapi import BotApi
from telegram_users import Person, running

from bot.answer import AnswerKind
from bot.errors import ListenError
from bot.owner.metrics import Condition, Metrics
from corpus.release import Language


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def value(text: str, name: str) -> float | None:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else None


async def scraped(port: int, path: str = "/metrics") -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.get(f"http://127.0.0.1:{port}{path}")


async def test_metrics_tell_what_the_bot_did_and_nothing_of_users(
    api: BotApi, tmp_path: Path
) -> None:
    port = free_port()
    async with running(api, tmp_path, listen=("127.0.0.1", port)):
        person = Person(api, id=987654321)
        await person.say("Who came secretly?")
        await person.say("a bug")
        await api.shown(person.id, 2)
        reply = await scraped(port)
    text = reply.text
    assert reply.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert value(text, 'elshi_answers_total{kind="passages",language="en"}') == 1
    assert value(text, "elshi_answer_seconds_count") == 1
    assert value(text, 'elshi_errors_total{error="ZeroDivisionError"}') == 1
    sent = value(text, 'elshi_telegram_calls_total{method="sendMessage",outcome="ok"}')
    assert sent == 2
    assert value(text, 'elshi_index_releases{language="ru"}') == 1
    assert value(text, "elshi_site_refuses") == 0
    assert value(text, "elshi_queue_updates") is not None
    assert (value(text, "elshi_index_age_seconds") or 0) > 0
    assert "secretly" not in text
    assert "987654321" not in text
    assert api.token not in text


async def test_metrics_have_an_address_of_their_own_where_one_is_set(
    api: BotApi, tmp_path: Path
) -> None:
    public, own = free_port(), free_port()
    listen, metrics = ("127.0.0.1", public), ("127.0.0.1", own)
    async with running(api, tmp_path, listen=listen, metrics_listen=metrics):
        assert (await scraped(public)).status_code == 404
        assert (await scraped(public, "/healthz")).status_code == 200
        assert (await scraped(own)).status_code == 200
        assert (await scraped(own, "/healthz")).status_code == 404


async def test_an_address_that_is_taken_is_told_by_its_variable(
    api: BotApi, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ListenError, match="ELSHI_METRICS_LISTEN: cannot listen"):
            async with running(api, tmp_path, metrics_listen=("127.0.0.1", port)):
                pass


async def test_refused_calls_are_counted_by_class(api: BotApi, tmp_path: Path) -> None:
    port = free_port()
    api.fail("sendMessage", 429, "Too Many Requests", parameters={"retry_after": 1})
    async with running(api, tmp_path, listen=("127.0.0.1", port)):
        await Person(api).say("Who came?")
        await Person(api).hear()
        text = (await scraped(port)).text
    call = 'elshi_telegram_calls_total{method="sendMessage",outcome="RetryAfter"}'
    assert value(text, call) == 1


def test_counts_of_the_last_hour_forget_what_is_older() -> None:
    now = [0.0]
    metrics = Metrics(lambda: now[0])
    metrics.answered(AnswerKind.LIST, Language.KK, 0.2)
    metrics.failed(ValueError("not told"))
    now[0] = 3700.0
    metrics.answered(AnswerKind.LIST, Language.KK, 0.2)
    counts = metrics.counts()
    assert (counts.answers, counts.answers_hour) == (2, 1)
    assert (dict(counts.errors), counts.errors_hour) == ({"ValueError": 1}, 0)
    assert counts.uptime == 3700


def test_without_an_index_its_age_is_no_number() -> None:
    text = Metrics().exposition(Condition(3, {Language.EN: 2}, None, site_refuses=True)).decode()
    assert "elshi_index_age_seconds NaN" in text
    assert value(text, "elshi_site_refuses") == 1
    assert value(text, "elshi_queue_updates") == 3
