"""The bot's small web server: Telegram's updates come in, its health can be asked."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.errors import BotError, ListenError, StateError
from bot.telegram.context import Services

log = logging.getLogger(__name__)

WEBHOOK_PATH = "/telegram"
_LARGEST_BODY = 1_000_000


class WebServer:
    """Serves on the address in the settings; the webhook only where one is configured."""

    def __init__(self, services: Services, bot: Bot, is_healthy: Callable[[], bool]) -> None:
        """Take the address. Raises ListenError."""
        settings = services.settings
        self._socket = _listen(*(settings.listen or ("127.0.0.1", 0)))
        self.port: int = self._socket.getsockname()[1]
        app = build_web(services, bot, is_healthy)
        config = uvicorn.Config(app, log_config=None, lifespan="off", access_log=False)
        config.timeout_graceful_shutdown = 1
        self._server = _Server(config)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to serve, in a task of its own."""
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]))

    async def stop(self) -> None:
        """Answer what has come in and close."""
        self._server.should_exit = True
        if self._task:
            await self._task


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the bot, which stops more than this server."""
        yield


def build_web(services: Services, bot: Bot, is_healthy: Callable[[], bool]) -> Starlette:
    """Return the web application: GET /healthz, and POST /telegram where there is a webhook."""

    async def take_update(request: Request) -> Response:
        return await _take_update(request, services, bot)

    async def tell_health(_: Request) -> Response:
        health = await _health(services, is_healthy)
        return JSONResponse(health, 200 if health["ok"] else 503)

    routes = [Route("/healthz", tell_health, methods=["GET"])]
    if services.settings.webhook_url:
        routes.append(Route(WEBHOOK_PATH, take_update, methods=["POST"]))
    return Starlette(routes=routes)


async def _take_update(request: Request, services: Services, bot: Bot) -> Response:
    given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
    if not secrets.compare_digest(given.encode(), services.settings.webhook_secret.encode()):
        return PlainTextResponse("forbidden", 403)
    body = await _body(request)
    if body is None:
        return PlainTextResponse("too large", 413)
    try:
        update = Update.de_json(json.loads(body), bot)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        log.warning("Something that is no update came in: %s", type(error).__name__)
        return PlainTextResponse("no update", 400)
    try:
        await services.inbox.put(update)
    except StateError as error:
        log.error("An update could not be written down, Telegram will repeat it: %s", error)
        return PlainTextResponse("try again", 503)
    return Response()


async def _body(request: Request) -> bytes | None:
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > _LARGEST_BODY:
                return None
    except ClientDisconnect:
        return b""
    return bytes(body)


async def _health(services: Services, is_healthy: Callable[[], bool]) -> dict[str, object]:
    try:
        status = await services.workers.run(services.engine.status)
        pending = await asyncio.to_thread(services.inbox.count_open)
    except BotError as error:
        log.error("The bot is not well: %s", error)
        return {"ok": False}
    return {
        "ok": is_healthy(),
        "releases": status.releases,
        "newest": status.newest.isoformat() if status.newest else None,
        "indexed_at": status.indexed_at.isoformat() if status.indexed_at else None,
        "synced": status.synced.isoformat() if status.synced else None,
        "refusal": status.refusal,
        "pending": pending,
    }


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio would leave Nagle's delay of 40 ms on every reply.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise ListenError(f"{host}:{port}", error.strerror or str(error)) from error
    return listener
