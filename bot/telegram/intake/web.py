"""The bot's small web server: Telegram's updates come in, its health can be asked."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Callable, Sequence

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from telegram import Bot, Update

from bot.errors import BotError, StateError
from bot.owner.metrics import CONTENT_TYPE
from bot.telegram.context import Services
from bot.telegram.owner.condition import exposition

log = logging.getLogger(__name__)

WEBHOOK_PATH = "/telegram"
_LARGEST_BODY = 1_000_000


def build_web(
    services: Services, bot: Bot, is_healthy: Callable[[], bool], others: Sequence[BaseRoute] = ()
) -> Starlette:
    """Return the web application: GET /healthz, POST /telegram where there is a webhook.

    GET /metrics is there unless it has an address of its own or the page is, which the public
    reads. `others` are routes that it serves besides.
    """

    async def take_update(request: Request) -> Response:
        return await _take_update(request, services, bot)

    async def tell_health(_: Request) -> Response:
        health = await _health(services, is_healthy)
        return JSONResponse(health, 200 if health["ok"] else 503)

    routes = [Route("/healthz", tell_health, methods=["GET"])]
    if services.settings.metrics_listen is None and services.settings.page is None:
        routes.append(_metrics_route(services))
    if services.settings.webhook_url:
        routes.append(Route(WEBHOOK_PATH, take_update, methods=["POST"]))
    return Starlette(routes=[*routes, *others])


def build_metrics(services: Services) -> Starlette:
    """Return the web application that only tells the metrics, for an address of its own."""
    return Starlette(routes=[_metrics_route(services)])


def _metrics_route(services: Services) -> Route:
    async def tell_metrics(_: Request) -> Response:
        return Response(await exposition(services), media_type=CONTENT_TYPE)

    return Route("/metrics", tell_metrics, methods=["GET"])


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
