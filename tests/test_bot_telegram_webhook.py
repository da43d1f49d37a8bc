"""The webhook and the health endpoint, over real HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from botapi import BotApi
from telegram_users import FakeEngine, Person, running

from bot.errors import BotError, ListenError
from bot.ports import EngineStatus

SECRET = "s3cret"


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
async def client(api: BotApi, tmp_path: Path, port: int) -> AsyncIterator[httpx.AsyncClient]:
    root = f"http://127.0.0.1:{port}"
    async with (
        running(api, tmp_path, webhook_url=root, webhook_secret=SECRET, listen=("127.0.0.1", port)),
        httpx.AsyncClient(base_url=root, trust_env=False) as client,
    ):
        yield client


async def test_updates_come_in_by_webhook(api: BotApi, client: httpx.AsyncClient) -> None:
    assert api.webhook["url"].endswith("/telegram")
    assert api.webhook["secret_token"] == SECRET
    assert "callback_query" in api.webhook["allowed_updates"]
    people = [Person(api, id=100 + number) for number in range(20)]
    for person in people:
        await person.say(f"question of {person.id}")
    for person in people:
        assert f"question of {person.id}" in await person.hear()
    assert api.polls == 0


async def test_update_delivered_twice_is_answered_once(
    api: BotApi, client: httpx.AsyncClient
) -> None:
    person = Person(api)
    message = api.methods.add(person.private, **{"from": person.sender}, text="Who came?")
    await asyncio.gather(*(api.offer({"update_id": 5, "message": message}) for _ in range(5)))
    await person.hear()
    await api.offer({"update_id": 5, "message": message})
    await person.say("/new")
    await person.hear(2)
    assert len(api.methods.of_bot(person.id)) == 2


@pytest.mark.parametrize("secret", [None, "", "wrong", "пароль".encode()])
async def test_update_without_the_secret_is_refused(
    client: httpx.AsyncClient,
    secret: Any,  # noqa: ANN401 - text or bytes
) -> None:
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    reply = await client.post("/telegram", json={"update_id": 1}, headers=headers)
    assert (reply.status_code, reply.text) == (403, "forbidden")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[1]", 400),
        (b'"text"', 400),
        (b"{}", 400),
        (b'{"update_id": "x", "message": 5}', 400),
        (b"\xff\xfe", 400),
        (b"x" * 1_000_001, 413),
        (b'{"update_id": 77}', 200),
        (b'{"update_id": 78, "poll": {"id": "1"}}', 400),
    ],
    ids=lambda value: str(value)[:30],
)
async def test_hostile_bodies(client: httpx.AsyncClient, body: bytes, status: int) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    reply = await client.post("/telegram", content=body, headers=headers)
    assert reply.status_code == status
    assert (await client.get("/healthz")).json()["ok"]


async def test_only_what_is_served_is_served(client: httpx.AsyncClient) -> None:
    assert (await client.get("/telegram")).status_code == 405
    assert (await client.get("/")).status_code == 404


async def test_health_with_long_polling(api: BotApi, tmp_path: Path, port: int) -> None:
    async with (
        running(api, tmp_path, listen=("127.0.0.1", port)),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        reply = await client.get("/healthz")
        assert reply.status_code == 200
        assert reply.json() == {
            "ok": True,
            "releases": 2,
            "newest": "2025-06-03T14:11:00+00:00",
            "indexed_at": "2025-06-03T14:11:00+00:00",
            "synced": None,
            "refusal": None,
            "pending": 0,
        }
        assert (await client.post("/telegram", json={})).status_code == 404
        await Person(api).say("slow 0.3")
        await api.until(lambda: api.polls > 1)
        assert (await client.get("/healthz")).json()["pending"] == 1
        await api.shown(7)
        api.fail("getUpdates", 502, "Bad Gateway", times=5)
        await Person(api).say("/new")
        await api.shown(7, 2)
        await api.until(lambda: api._faults[0].times < 5)
        assert (await client.get("/healthz")).status_code == 503


async def test_health_of_a_damaged_engine(api: BotApi, tmp_path: Path, port: int) -> None:
    class Damaged(FakeEngine):
        def status(self) -> EngineStatus:
            raise BotError("the index is damaged")

    async with (
        running(api, tmp_path, Damaged(), listen=("127.0.0.1", port)),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        reply = await client.get("/healthz")
        assert (reply.status_code, reply.json()) == (503, {"ok": False})


async def test_address_in_use(api: BotApi, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = taken.getsockname()
        with pytest.raises(ListenError, match=r"ELSHI_LISTEN: cannot listen on 127\.0\.0\.1"):
            async with running(api, tmp_path, listen=address):
                pass
