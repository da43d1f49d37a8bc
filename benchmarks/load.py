"""500 users ask the bot at once, then one user floods it while others ask.

The bot is a process of its own with its index of the sample; users speak to it over a local Bot
API server. Telegram lets a bot send some 30 messages a second: the bot keeps to that, so the last
of 500 answers cannot come sooner than after 16 seconds. What the engine needs is shown besides,
as the time from a question to its answer with one user at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice, product
from pathlib import Path

from benchmarks.bot_process import RunningBot, running_bot
from benchmarks.measures import print_table
from corpus.release import Language
from corpus.sample import sample_path
from index.places.gazetteer import Gazetteer

USERS, QUESTIONS = 500, 200
FLOOD = 1000
OTHERS, EVERY = 60, 0.25
PATIENCE = 120.0
PATTERNS = {
    Language.EN: ("Who visited Kazakhstan from {}?", "What was signed with {} in 2024?"),
    Language.RU: ("{}: кто приезжал в Астану?", "{}: какие документы подписаны в 2024 году?"),
    Language.KK: ("{}: Астанаға кім келді?", "{}: 2024 жылы қандай құжаттарға қол қойылды?"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by its number, which is also the user's id, and when it was put."""

    user: int
    at: float


def main(arguments: list[str]) -> None:
    """Print how long answers took, and whether any was lost or came twice."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks load", description=__doc__)
    parser.add_argument("--releases", type=Path, default=sample_path(), help="JSON Lines")
    options = parser.parse_args(arguments)
    asyncio.run(_measure(options.releases))


def questions() -> list[str]:
    """200 distinct questions, as many in each language as can be."""
    gazetteer = Gazetteer.load()
    codes = sorted(gazetteer.country_codes())
    each = [
        [
            pattern.format(gazetteer.country_name(code, language))
            for code, pattern in product(codes, patterns)
        ]
        for language, patterns in PATTERNS.items()
    ]
    return list(islice((question for three in zip(*each, strict=True) for question in three), 200))


async def _measure(releases: Path) -> None:
    async with running_bot(releases) as bot:
        alone = await _in_turn(bot, questions()[:30], first_user=10_000)
        crowd = await _at_once(bot)
        memory = bot.memory()
    async with running_bot(releases) as bot:
        calm = await _others(bot, first_user=20_000)
        flood = asyncio.create_task(_flood(bot, user=1))
        flooded = await _others(bot, first_user=30_000)
        await flood
    print_table(
        ("answers", "asked", "lost", "doubled", "median, s", "p95, s"),
        [_row("one user at a time", alone), _row(f"{USERS} users at once", crowd)],
    )
    print(f"\nMemory of the bot after that: {memory:.0f} MB\n")
    print_table(
        ("others' answers", "asked", "lost", "doubled", "median, s", "p95, s"),
        [_row("calm", calm), _row(f"beside {FLOOD} messages of one user", flooded)],
    )
    print(f"\nMedian beside the flood: {_middle(flooded) / _middle(calm):.2f} times the calm one")


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds from question to answer, and how many answers each question got."""

    seconds: tuple[float, ...]
    counts: tuple[int, ...]


async def _in_turn(bot: RunningBot, asked: Sequence[str], first_user: int) -> Result:
    results = []
    for number, question in enumerate(asked, start=first_user):
        put = [await _ask(bot, number, question)]
        results.append(await _answers(bot, put))
    return Result(
        tuple(s for result in results for s in result.seconds),
        tuple(c for result in results for c in result.counts),
    )


async def _at_once(bot: RunningBot) -> Result:
    wanted = zip(range(1, USERS + 1), cycle(questions()[:QUESTIONS]), strict=False)
    put = [await _ask(bot, user, question) for user, question in wanted]
    return await _answers(bot, put)


async def _others(bot: RunningBot, first_user: int) -> Result:
    """Users who ask one after another, at a pace that Telegram's limit leaves room for."""
    put = []
    for user, question in enumerate(questions()[:OTHERS], start=first_user):
        put.append(await _ask(bot, user, question))
        await asyncio.sleep(EVERY)
    return await _answers(bot, put)


async def _flood(bot: RunningBot, user: int) -> None:
    sent = (text for question in cycle(questions()) for text in ("/start", question))
    for text in islice(sent, FLOOD):
        await _ask(bot, user, text)
        await asyncio.sleep(0)


async def _ask(bot: RunningBot, user: int, question: str) -> Asked:
    chat = {"id": user, "type": "private", "first_name": f"User {user}"}
    sender = {"id": user, "is_bot": False, "first_name": f"User {user}", "language_code": "en"}
    message = bot.api.methods.add(chat, text=question, **{"from": sender})
    await bot.api.update(message=message)
    return Asked(user, time.perf_counter())


async def _answers(bot: RunningBot, put: Sequence[Asked]) -> Result:
    """What came back for each question, once all are answered and a moment has passed."""
    users = {asked.user for asked in put}

    def answered() -> Counter[int]:
        sent = (call for call in bot.api.calls("sendMessage") if call.status == 200)
        return Counter(call.params["chat_id"] for call in sent if call.params["chat_id"] in users)

    try:
        await bot.api.until(lambda: len(answered()) == len(users), within=PATIENCE)
    except TimeoutError:
        print("Not all were answered in time")
    await asyncio.sleep(0.1 if len(put) == 1 else 1.0)  # for answers that come twice
    first: dict[int, float] = {}
    for call in bot.api.calls("sendMessage"):
        if call.status == 200:
            first.setdefault(call.params["chat_id"], call.at)
    seconds = tuple(first[asked.user] - asked.at for asked in put if asked.user in first)
    counts = answered()
    return Result(seconds, tuple(counts[asked.user] for asked in put))


def _row(name: str, result: Result) -> tuple[str, ...]:
    ordered = sorted(result.seconds)
    lost = sum(count == 0 for count in result.counts)
    doubled = sum(count > 1 for count in result.counts)
    late = ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]
    return (
        name,
        str(len(result.counts)),
        str(lost),
        str(doubled),
        f"{_middle(result):.2f}",
        f"{late:.2f}",
    )


def _middle(result: Result) -> float:
    return sorted(result.seconds)[len(result.seconds) // 2]
