"""People who write to the bot over the loopback Bot API server, a bot that runs, a fake engine."""

# ruff: noqa: ANN401 - what goes over the wire has no fixed type
from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from botapi import TOKEN, BotApi

from bot.answer import Answer, AnswerKind, Citation, Item, NearMiss, Scope
from bot.errors import BotError
from bot.ports import Engine, EngineStatus
from bot.settings import BotSettings
from bot.telegram.run import serve
from corpus.release import Language
from index.search import Searcher

GROUP: dict[str, Any] = {"id": -100, "type": "supergroup", "title": "Newsroom"}
FORUM: dict[str, Any] = {"id": -200, "type": "supergroup", "title": "Topics", "is_forum": True}
RELEASED = datetime(2025, 6, 3, 14, 11, tzinfo=UTC)


@dataclass
class FakeEngine:
    """Answers with the question itself; some words in it make it slow or make it fail."""

    extra: str = ""
    asked: list[tuple[str, tuple[str, ...], Language | None]] = field(default_factory=list)

    def answer(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        self.asked.append((question, tuple(history), language))
        if found := re.search(r"slow ([\d.]+)", question):
            time.sleep(float(found[1]))
        if "broken index" in question:
            raise BotError("the index is damaged")
        if "bug" in question:
            raise ZeroDivisionError(question)
        kazakh = set("әіңғүұқөһ") & set(question.lower())
        russian = re.search("[а-яё]", question.lower())
        spoken = Language.KK if kazakh else Language.RU if russian else Language.EN
        quotes = [f"{self.extra}Quoted: {question}"]
        if found := re.search(r"long (\d+)", question):
            quotes = [f"Sentence {n} of a long answer. " * 8 for n in range(int(found[1]))]
        listed = re.search(r"list (\d+)", question)
        countries = re.search(r"countries (\d+)", question)
        near = re.search(r"near (\d+)", question)
        return Answer(
            question=question,
            language=language or spoken,
            kind=AnswerKind.PASSAGES,
            headline=f"{self.extra}Answer to {question}",
            citations=tuple(_citation(number, quote) for number, quote in enumerate(quotes)),
            scope=Scope(2, RELEASED, ""),
            took_ms=1.0,
            items=_items(listed, _item) or _items(countries, _visit),
            near_misses=tuple(map(_near, range(1, int(near[1]) + 1))) if near else (),
            alternative="It can be read otherwise." if "two ways" in question else None,
        )

    def answer_otherwise(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        answer = self.answer(question, history, language)
        return replace(answer, headline=f"Otherwise: {answer.headline}")

    def answer_at_once(self, question: str, language: Language | None = None) -> Answer:
        return self.answer(question, (), language)

    def status(self) -> EngineStatus:
        counts = {Language.EN: 1, Language.RU: 1, Language.KK: 0}
        return EngineStatus(2, RELEASED, RELEASED, counts, invented=True)

    def searcher(self) -> Searcher:
        raise BotError("this engine has no index")


def _citation(number: int, quote: str) -> Citation:
    url = f"https://www.gov.kz/memleket/entities/mfa/press/news/details/{number}?lang=en"
    return Citation(str(number), url, "A <title> & more", RELEASED, Language.EN, quote)


def _item(number: int) -> Item:
    source = _citation(number, f"Guest {number} <came>.")
    return Item(f"Guest {number}", (source,), detail="in June 2025")


def _items(found: re.Match[str] | None, make: Callable[[int], Item]) -> tuple[Item, ...]:
    return tuple(map(make, range(1, int(found[1]) + 1))) if found else ()


def _visit(number: int) -> Item:
    code = ("BF", "GH", "KE", "EG", "TR", "JP")[number % 6]
    return replace(_item(number), country=code, date=f"2025-{number % 12 + 1:02}-11")


def _near(number: int) -> NearMiss:
    return NearMiss(f"Envoy {number}", "another rank", _citation(number, f"Envoy {number} came."))


@dataclass
class Person:
    """A user, in their private chat unless told otherwise."""

    api: BotApi
    id: int = 7
    language_code: str | None = "en"

    @property
    def sender(self) -> dict[str, Any]:
        sender = {"id": self.id, "is_bot": False, "first_name": f"User {self.id}"}
        return sender | ({"language_code": self.language_code} if self.language_code else {})

    @property
    def private(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": f"User {self.id}"}

    async def say(
        self, text: str, chat: dict[str, Any] | None = None, **extra: Any
    ) -> dict[str, Any]:
        """Send a text; commands and mentions get their entities as a client would set them."""
        entities = [
            {
                "type": "bot_command" if found[0][0] == "/" else "mention",
                "offset": len(text[: found.start()].encode("utf-16-le")) // 2,
                "length": len(found[0]),
            }
            for found in re.finditer(r"^/\w+(@\w+)?|(?<!\w)@\w+", text)
        ]
        return await self.post(chat, text=text, **({"entities": entities} | extra))

    async def post(self, chat: dict[str, Any] | None = None, **content: Any) -> dict[str, Any]:
        """Send a message of any content."""
        message = self.api.methods.add(chat or self.private, **({"from": self.sender} | content))
        await self.api.update(message=message)
        return message

    async def edit(self, message: dict[str, Any], text: str) -> None:
        """Edit a message of one's own."""
        edited = message | {"text": text, "entities": [], "edit_date": int(time.time())}
        await self.api.update(edited_message=edited)

    async def press(self, message: dict[str, Any], label: str) -> str:
        """Press the button under a message that carries `label`; return the query's id."""
        buttons = [b for row in message["reply_markup"]["inline_keyboard"] for b in row]
        data = next(b["callback_data"] for b in buttons if b["text"] == label)
        return await self.press_data(message, data)

    async def press_data(self, message: dict[str, Any], data: str) -> str:
        """Press a button with this data."""
        query_id = f"q{len(self.api.methods.queries)}"
        self.api.methods.queries.add(query_id)
        query = {"id": query_id, "from": self.sender, "data": data, "chat_instance": "1"}
        await self.api.update(callback_query=query | {"message": message})
        return query_id

    async def type(self, query: str, offset: str = "") -> str:
        """Type an inline query and return its id."""
        query_id = f"q{len(self.api.methods.queries)}"
        self.api.methods.queries.add(query_id)
        typed = {"id": query_id, "from": self.sender, "query": query, "offset": offset}
        await self.api.update(inline_query=typed)
        return query_id

    async def found(self, query: str, offset: str = "") -> list[dict[str, Any]]:
        """Type an inline query and return the results that are shown."""
        query_id = await self.type(query, offset)
        await self.api.until(lambda: query_id in self.api.methods.found)
        return self.api.methods.found[query_id]

    async def hear(self, count: int = 1) -> str:
        """Return the text of the bot's message number `count` in the private chat."""
        return str((await self.api.shown(self.id, count))[count - 1]["text"])


def settings_for(api: BotApi, home: Path, **changes: Any) -> BotSettings:
    """Return settings of a bot that uses the loopback server."""
    return replace(BotSettings(token=TOKEN, base_url=api.base_url, home=home), **changes)


@asynccontextmanager
async def running(
    api: BotApi, home: Path, engine: Engine | None = None, **changes: Any
) -> AsyncIterator[asyncio.Event]:
    """Run the bot until the block ends; yield the event that stops it."""
    stop = asyncio.Event()
    task = asyncio.create_task(
        serve(settings_for(api, home, **changes), engine or FakeEngine(), stop)
    )
    ready = (lambda: api.webhook) if changes.get("webhook_url") else (lambda: api.polls)
    try:
        await api.until(lambda: task.done() or ready())
        if task.done():
            task.result()
        yield stop
    finally:
        stop.set()
        with suppress(BotError):
            await task
