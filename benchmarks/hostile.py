"""Hostile updates by the hundred a second: the bot must answer on, mark up nothing, leak nothing.

Updates are made by chance out of what attackers send: forged buttons, deep links, invisible and
right-to-left characters, mark-up in names and texts, huge numbers, missing parts. The bot is a
process of its own; the local Bot API server refuses mark-up that does not parse, as Telegram does.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.bot_process import RunningBot, running_bot
from corpus.sample import sample_path

ATTACKERS = range(100_001, 100_401)
WITNESS = 7
MARK = "zebra-violin-quartz"
PATIENCE = 600.0  # Telegram's 30 messages a second let the answers out slowly
QUESTION = f"Who visited Astana in 2024? {MARK}"
SCRAPS = (
    "\u200b" * 4096,
    "\u202e" + "abc" * 300,
    "<b>bold</b><script>alert(1)</script>",
    "*a* _b_ [c](javascript:alert(1)) `d`",
    "&lt;b&gt; &nbsp; &#0; &#x110000;",
    "a" * 4096,
    "𝕬" * 2048,
    "\u0000\u0001\ufeff\ufffe",
    "' OR 1=1; DROP TABLE user; --",
    "{ $releases } { -term } %s %n {0}",
    "../../etc/passwd",
    "Кто \u0301\u0301\u0301 посетил Астану?" * 20,
    "2024-13-45 99999999999999999999 1e309 NaN",
    "who visited " + "Chad and " * 400,
    "((((((((((" * 300,
    "/" + "a" * 200,
)
COMMANDS = (
    "start", "ask", "new", "help", "language", "about", "privacy", "forget", "country", "watch",
    "watches", "status", "users", "broadcast", "reindex", "block", "unblock", "feedback", "nothing",
)  # fmt: skip
DATA = (
    "list:{key}:{n}", "why:{key}:{n}", "at:{key}:0", "do:more:{key}", "do:csv:{key}",
    "do:{word}:{key}:{word}", "show:start", "show:{word}:-{n}", "language:kk:{n}", "ask:example-1",
    "co:{word}:visits:{n}", "watch:{word}:{n}", "{word}", "",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Print what hostile updates did to the bot; exits with 1 where they did any harm."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks hostile", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=300, help="updates a second")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--releases", type=Path, default=sample_path(), help="JSON Lines")
    options = parser.parse_args(arguments)
    if asyncio.run(_attack(options)):
        raise SystemExit(1)


async def _attack(options: argparse.Namespace) -> bool:
    chance = random.Random(options.seed)  # noqa: S311
    async with running_bot(options.releases) as bot:
        keys = await _keys_of_witness(bot)
        sent = 0
        started = time.perf_counter()
        while (passed := time.perf_counter() - started) < options.seconds:
            while sent < passed * options.rate:
                await _offer(bot, _update(chance, keys))
                sent += 1
            await asyncio.sleep(0.01)
        waited = await _still_answers(bot)
        return _report(bot, sent, waited)


async def _keys_of_witness(bot: RunningBot) -> list[str]:
    """Let the witness ask, and give the attackers the keys of the buttons of the answer."""
    await _say(bot, WITNESS, QUESTION)
    (message,) = await bot.api.shown(WITNESS)
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    data = [button.get("callback_data", "") for row in rows for button in row]
    return [part for one in data for part in one.split(":") if len(part) >= 8]


async def _still_answers(bot: RunningBot) -> float:
    """Seconds that another user waits for an answer when the attack is over."""
    started = time.perf_counter()
    await _say(bot, WITNESS + 1, "Who visited Astana in 2025?")
    await bot.api.until(lambda: bot.api.methods.of_bot(WITNESS + 1), PATIENCE)
    return time.perf_counter() - started


def _report(bot: RunningBot, sent: int, waited: float) -> bool:
    log = bot.log.read_text("utf-8", "replace")
    calls = bot.api.transcript
    of_others = [call for call in calls if call.params.get("chat_id") != WITNESS]
    harms = {
        "the process ended": int(bot.process.poll() is not None),
        "errors that users were told of": log.count(", reference "),
        "tracebacks in the log": log.count("Traceback"),
        "mark-up refused": sum("can't parse" in str(call.reply) for call in calls),
        "the witness's question shown to others": sum(MARK in str(c.params) for c in of_others),
        "the token in the log": len(re.findall(r"AAloopback", log)),
    }
    print(f"{sent} updates; calls of the bot: {dict(Counter(call.method for call in calls))}")
    print(f"Afterwards an answer took {waited:.1f} s; memory {bot.memory():.0f} MB")
    for harm, count in harms.items():
        print(f"{harm}: {count}")
    if harms["tracebacks in the log"]:
        print(log[log.index("Traceback") :][:3000])
    return any(harms.values())


def _update(chance: random.Random, keys: list[str]) -> dict[str, Any]:
    user = _user(chance)
    kind = chance.random()
    if kind < 0.4:
        return {"callback_query": _press(chance, user, keys)}
    if kind < 0.5:
        return {"inline_query": _inline(chance, user)}
    if kind < 0.55:
        return {"edited_message": _message(chance, user, _text(chance, keys)) | {"edit_date": 1}}
    if kind < 0.6:
        return {"message": _message(chance, user, None)}
    return {"message": _message(chance, user, _text(chance, keys))}


def _user(chance: random.Random) -> dict[str, Any]:
    return {
        "id": chance.choice(ATTACKERS),
        "is_bot": False,
        "first_name": chance.choice(SCRAPS)[:64],
        "language_code": chance.choice(["en", "ru", "kk", "xx", "kk-KZ-x-" + "a" * 30, ""]),
    }


def _text(chance: random.Random, keys: list[str]) -> str:
    scrap = chance.choice(SCRAPS)
    form = chance.random()
    if form < 0.3:
        payload = chance.choice(["r_" + "9" * 60, f"q_{chance.choice(keys or ['x'])}", scrap[:64]])
        return f"/start {payload}"
    if form < 0.6:
        return f"/{chance.choice(COMMANDS)} {scrap}"[:4096]
    return scrap


def _message(chance: random.Random, user: dict[str, Any], text: str | None) -> dict[str, Any]:
    chat: dict[str, Any] = {"id": user["id"], "type": "private", "first_name": user["first_name"]}
    message = {"message_id": chance.randrange(1, 10**6), "date": int(time.time()), "chat": chat}
    if text is None:
        return message | {"from": user, "location": {"latitude": 0.0, "longitude": 0.0}}
    command = re.match(r"/\w+", text)
    entities = [{"type": "bot_command", "offset": 0, "length": len(command[0])}] if command else []
    extra: dict[str, Any] = {"entities": entities} if entities else {}
    if chance.random() < 0.1:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": chance.choice(SCRAPS)[:64]}
        extra["forward_origin"] = origin
    return message | {"from": user, "text": text} | extra


def _press(chance: random.Random, user: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    data = chance.choice(DATA).format(
        key=chance.choice([*keys, "AAAAAAAAAAAA"]),
        n=chance.choice([0, 1, 9999, 10**18]),
        word=chance.choice(["x", "more", "sources", "ZZ", "a" * 20, "٣"]),
    )
    message = _message(chance, user, "pressed") | {"from": {"id": 123456, "is_bot": True}}
    message["from"]["first_name"] = "Elshi"
    return {
        "id": str(chance.randrange(10**12)),
        "from": user,
        "chat_instance": "1",
        "data": data[:64],
        "message": message,
    }


def _inline(chance: random.Random, user: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(chance.randrange(10**12)),
        "from": user,
        "query": chance.choice(SCRAPS)[:256],
        "offset": chance.choice(["", "5", "-1", "x" * 64, "9" * 30]),
    }


async def _say(bot: RunningBot, user: int, text: str) -> None:
    chat = {"id": user, "type": "private", "first_name": "Witness"}
    sender = {"id": user, "is_bot": False, "first_name": "Witness", "language_code": "en"}
    message = bot.api.methods.add(chat, text=text, **{"from": sender})
    await bot.api.update(message=message)


async def _offer(bot: RunningBot, update: dict[str, Any]) -> None:
    content = next(iter(update.values()))
    message = content.get("message", content)
    if "chat" in message:
        bot.api.methods.chats.setdefault(message["chat"]["id"], message["chat"])
    if "callback_query" in update:
        bot.api.methods.queries.add(content["id"])
    await bot.api.update(**update)
