"""A Bot API server on the loopback interface, over real HTTP, that refuses as Telegram does.

Tests speak to it as users do (`say`, `edit`, `press` in `telegram_users.py`), read what the bot
showed (`chats`), what it called (`transcript`), and make calls fail (`fail`).
"""

# ruff: noqa: ANN401 - what goes over the wire has no fixed type
from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram_methods import Methods, TelegramError

TOKEN = "123456:AAloopback-token_that-must-stay-secret"

_STRINGS = {
    "action",
    "callback_query_id",
    "caption",
    "description",
    "guest_query_id",
    "inline_query_id",
    "next_offset",
    "language_code",
    "parse_mode",
    "secret_token",
    "short_description",
    "text",
    "url",
}


@dataclass(slots=True)
class Call:
    """One call that the bot made, how it ended, and when, in seconds of `time.perf_counter`."""

    method: str
    params: dict[str, Any]
    status: int
    reply: dict[str, Any]
    at: float = field(default_factory=time.perf_counter)


@dataclass(slots=True)
class Fault:
    """How the next calls of a method fail.

    `accepted` says that the call takes effect although the bot is told otherwise, or nothing.
    """

    method: str
    status: int
    description: str
    parameters: dict[str, Any] | None = None
    times: int = 1
    hang: float = 0.0
    accepted: bool = False
    where: Callable[[dict[str, Any]], bool] = lambda _: True


class BotApi:
    """The server of one bot; use it as an asynchronous context manager."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self.token = token
        self.methods = Methods()
        self.transcript: list[Call] = []
        self.polls = 0
        self.webhook: dict[str, Any] = {}
        self.redeliver_after = 0.05
        self._updates: list[dict[str, Any]] = []
        self._next_update = 1000
        self._news = asyncio.Condition()
        self._faults: list[Fault] = []
        self._poll: asyncio.Task[Any] | None = None
        self._deliveries: set[asyncio.Task[None]] = set()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self._socket.listen()
        self.base_url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._client = httpx.AsyncClient(timeout=10, trust_env=False)

    async def __aenter__(self) -> BotApi:
        routes = [Route("/bot{token}/{method}", self._call, methods=["GET", "POST"])]
        config = uvicorn.Config(Starlette(routes=routes), log_config=None, lifespan="off")
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        self._server.force_exit = True
        await self._server.startup([self._socket])
        return self

    async def __aexit__(self, *error: object) -> None:
        for task in (self._poll, *self._deliveries):
            if task:
                task.cancel()
        for server in self._server.servers:
            server.close()
        for connection in list(self._server.server_state.connections):
            connection.shutdown()
        await self._client.aclose()

    def fail(self, method: str, status: int, description: str = "", **how: Any) -> None:
        """Make the next call of `method` fail; `how` are the fields of a Fault."""
        self._faults.append(Fault(method, status, description, **how))

    async def update(self, **content: Any) -> int:
        """Give the bot an update and return its id."""
        update_id = self._next_update
        self._next_update += 1
        await self.offer({"update_id": update_id, **content})
        return update_id

    async def offer(self, update: dict[str, Any]) -> None:
        """Give the bot an update as it stands, be it the second time."""
        if self.webhook:
            task = asyncio.create_task(self._deliver(update))
            self._deliveries.add(task)
            task.add_done_callback(self._deliveries.discard)
            return
        async with self._news:
            self._updates.append(update)
            self._news.notify_all()

    @property
    def unconfirmed(self) -> list[dict[str, Any]]:
        """Updates that the bot has not confirmed by asking for later ones."""
        return self._updates

    def calls(self, method: str) -> list[Call]:
        """Return the calls of one method so far."""
        return [call for call in self.transcript if call.method == method]

    async def until(self, condition: Callable[[], object], within: float = 20.0) -> None:
        """Wait until `condition` holds. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while not condition():
                await asyncio.sleep(0.01)

    async def shown(self, chat_id: int, count: int = 1) -> list[dict[str, Any]]:
        """Return the bot's messages in a chat once there are `count` of them."""
        await self.until(lambda: len(self.methods.of_bot(chat_id)) >= count)
        return self.methods.of_bot(chat_id)

    async def _call(self, request: Request) -> Response:
        method = request.path_params["method"]
        if request.path_params["token"] != self.token:
            return _refusal(401, "Unauthorized")
        try:
            params = await _params(request)
        except ClientDisconnect:  # the bot stopped meanwhile
            return Response()
        fault = self._fault(method, params)
        if fault and not fault.accepted:
            await asyncio.sleep(fault.hang)
            status, reply = fault.status, _error(fault.status, fault.description, fault.parameters)
        else:
            status, reply = await self._perform(method, params)
            if fault:
                await asyncio.sleep(fault.hang)
        if method != "getUpdates":
            self.transcript.append(Call(method, params, status, reply))
        return JSONResponse(reply, status)

    def _fault(self, method: str, params: dict[str, Any]) -> Fault | None:
        for fault in self._faults:
            if fault.method == method and fault.times > 0 and fault.where(params):
                fault.times -= 1
                return fault
        return None

    async def _perform(self, method: str, params: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            own = {
                "getUpdates": self._get_updates,
                "setWebhook": self._set_webhook,
                "deleteWebhook": self._delete_webhook,
            }
            if method in own:
                result = await own[method](params)
            else:
                result = self.methods.perform(method, params)
        except TelegramError as error:
            return error.status, _error(error.status, str(error), error.parameters)
        return 200, {"ok": True, "result": result}

    async def _get_updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook:
            raise TelegramError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poll and not self._poll.done():
            self._poll.cancel()
        self.polls += 1
        self._poll = asyncio.create_task(self._wait_for_updates(params))
        try:
            return await asyncio.shield(self._poll)
        except asyncio.CancelledError:
            raise TelegramError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            ) from None

    async def _wait_for_updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        offset = params.get("offset", 0)  # asking for later updates confirms the earlier ones
        allowed = params.get("allowed_updates")
        self._updates = [
            update
            for update in self._updates
            if update["update_id"] >= offset and (not allowed or allowed_kind(update) in allowed)
        ]
        async with self._news:
            with suppress(TimeoutError):
                async with asyncio.timeout(params.get("timeout", 0)):
                    await self._news.wait_for(lambda: self._updates)
        known = [u for u in self._updates if not allowed or allowed_kind(u) in allowed]
        return known[: params.get("limit", 100)]

    async def _set_webhook(self, params: dict[str, Any]) -> bool:
        self.webhook = params
        waiting, self._updates = self._updates, []
        for update in waiting:
            await self.offer(update)
        return True

    async def _delete_webhook(self, _: dict[str, Any]) -> bool:
        self.webhook = {}
        return True

    async def _deliver(self, update: dict[str, Any]) -> None:
        while self.webhook:
            secret = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
            with suppress(httpx.HTTPError):
                reply = await self._client.post(self.webhook["url"], json=update, headers=secret)
                if reply.is_success:
                    return
            await asyncio.sleep(self.redeliver_after)


async def _params(request: Request) -> dict[str, Any]:
    """The parameters of a call; a file is its name and its bytes."""
    if not request.headers.get("content-type", "").startswith("multipart/"):
        pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True)
        return {key: _value(key, value) for key, value in pairs}
    params: dict[str, Any] = {}
    async with request.form() as form:
        for key, value in form.items():
            if isinstance(value, UploadFile):
                params[key] = {"name": value.filename, "content": await value.read()}
            else:
                params[key] = _value(key, value)
    return params


def _value(key: str, value: str) -> Any:
    is_text = key in _STRINGS or value.startswith("@")
    return value if is_text else json.loads(value)


def allowed_kind(update: dict[str, Any]) -> str:
    """Return the kind of an update, as in allowed_updates."""
    return next(key for key in update if key != "update_id")


def _error(status: int, description: str, parameters: dict[str, Any] | None) -> dict[str, Any]:
    reply = {"ok": False, "error_code": status, "description": description}
    return reply | ({"parameters": parameters} if parameters else {})


def _refusal(status: int, description: str) -> JSONResponse:
    return JSONResponse(_error(status, description, None), status)
