"""Standing questions: 2,000 of them over kills of the bot, and one event told to 10,000 chats.

`python -m benchmarks watches [--chats N] [--kills N] [--subscribers N]`, over the loopback Bot API
server of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from botapi import BotApi
from telegram_users import Person
from watched import visit
from watching_kills import Counted, Room

QUESTION = "Which African foreign ministers have visited Astana?"
LONGEST_RUN = 15.0  # seconds after which a run is killed at the latest
QUIET_QUESTIONS = 20
_ASKERS = itertools.count(100)


def main(arguments: list[str]) -> None:
    """Print what was lost or doubled over kills, and how fast many chats are told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks watches")
    parser.add_argument("--chats", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--subscribers", type=int, default=10_000)
    chosen = parser.parse_args(arguments)
    if chosen.chats:
        asyncio.run(_kills(chosen.chats, chosen.kills))
    if chosen.subscribers:
        asyncio.run(_fan_out(chosen.subscribers))


async def _kills(chats: int, kills: int) -> None:
    chance = random.Random(2026)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        async with BotApi() as api:
            room = Room(api, Path(folder), chats)
            room.publish(visit("10", "Kenya", "James Kariuki"))
            began = time.perf_counter()
            await room.run_and_kill(kills, chance, LONGEST_RUN)
            room.publish(visit("11", "Egypt", "Badr Abdelatty"))
            await room.run_and_kill(kills, chance, LONGEST_RUN)
            await room.start()
            await room.told("Badr Abdelatty", 1800)
            await room.end()
            took = time.perf_counter() - began
            counted = [room.count(name) for name in ("James Kariuki", "Badr Abdelatty")]
    print(f"{chats} watches, 2 events, {2 * kills} kills (SIGKILL) at random moments, {took:.0f} s")
    for name, one in zip(("first", "second"), counted, strict=True):
        print(f"  {name} event: {_in_words(one)}")


def _in_words(counted: Counted) -> str:
    return (
        f"lost {counted.lost}, doubled in silence {counted.silent}, "
        f"sent as a possible repeat {counted.marked}"
    )


async def _fan_out(subscribers: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with BotApi() as api:
            room = Room(api, Path(folder), subscribers)
            await room.start()
            await api.until(lambda: api.polls, 60)
            quiet = [await _answered(api) for _ in range(QUIET_QUESTIONS)]
            began = time.perf_counter()
            await asyncio.to_thread(room.publish, visit("10", "Kenya", "James Kariuki"))
            built = time.perf_counter()
            await api.until(lambda: _told(api, room), 120)
            first = time.perf_counter()
            beside = await _answers_until_told(api, room)
            took = time.perf_counter() - first
            counted = room.count("James Kariuki")
            await room.end()
    print(f"{subscribers} subscribers of one event; index built in {built - began:.1f} s")
    print(f"  first told {first - built:.1f} s after that, all within {took:.0f} s more")
    print(f"  {subscribers / took:.1f} messages a second; {_in_words(counted)}")
    print(f"  answers before: {_latency(quiet)}")
    print(f"  answers meanwhile: {_latency(beside)}")


async def _answers_until_told(api: BotApi, room: Room) -> list[float]:
    waits = []
    while _told(api, room) < len(room.chats):
        waits.append(await _answered(api))
        await asyncio.sleep(1.0)
    return waits


def _told(api: BotApi, room: Room) -> int:
    return sum(bool(api.methods.messages.get(chat)) for chat in room.chats)


async def _answered(api: BotApi) -> float:
    person = Person(api, id=next(_ASKERS))  # one alone would be held to a rate
    before = len(api.methods.of_bot(person.id))
    began = time.perf_counter()
    await person.say(QUESTION)
    await api.until(lambda: len(api.methods.of_bot(person.id)) > before, 60)
    await asyncio.sleep(0.05)
    return time.perf_counter() - began - 0.05


def _latency(waits: list[float]) -> str:
    ranked = sorted(waits)
    last = ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
    middle = statistics.median(ranked)
    return f"median {1000 * middle:.0f} ms, 95th percentile {1000 * last:.0f} ms ({len(waits)})"
