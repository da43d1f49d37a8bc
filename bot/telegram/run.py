"""Runs the bot until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager
from functools import partial

from bot.errors import StateError
from bot.page.run import page_served
from bot.ports import Engine
from bot.settings import BotSettings
from bot.telegram.app import UPDATES, build_application, processor_of, services_of
from bot.telegram.commands import publish
from bot.telegram.context import App, Services
from bot.telegram.intake.polling import Poller, reach
from bot.telegram.intake.web import WEBHOOK_PATH, build_metrics, build_web
from bot.telegram.logs import quieten_libraries, redacted_logs
from bot.telegram.owner.broadcasting import Broadcaster
from bot.telegram.storage.database import Database
from bot.telegram.watches.tasks import watch_tasks
from bot.web_server import WebServer

log = logging.getLogger(__name__)

STOP_WITHIN = 8.0  # a container gets ten seconds
_SWEEP_EVERY = 600.0


def run(settings: BotSettings, engine: Engine) -> None:
    """Run the bot until SIGTERM or SIGINT, then finish the answers that are under way.

    Raises BotError: TokenRefusedError, SecondPollerError, AlreadyRunningError, StateError,
    ListenError.
    """
    asyncio.run(_until_signalled(settings, engine))


async def _until_signalled(settings: BotSettings, engine: Engine) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal() -> None:
        log.info("Stopping; a second signal ends at once")
        stop.set()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows knows none
            loop.add_signal_handler(number, on_signal)
    await serve(settings, engine, stop)


async def serve(settings: BotSettings, engine: Engine, stop: asyncio.Event) -> None:
    """Run the bot until `stop`, then finish the answers under way. Raises BotError."""
    quieten_libraries()
    with redacted_logs(settings.token, settings.webhook_secret):
        database = Database(settings.home)
        try:
            await _serve(build_application(settings, engine, database), stop)
        finally:
            database.close()


async def _serve(application: App, stop: asyncio.Event) -> None:
    server = services_of(application).settings.base_url
    try:
        if await _reached(server, application.initialize, stop):
            async with _running(application):
                await _take_updates(application, stop)
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # its connections, where it was never initialized


async def _reached(
    server: str, request: Callable[[], Awaitable[object]], stop: asyncio.Event
) -> bool:
    """Return whether `request` succeeded before `stop`."""
    reaching = asyncio.ensure_future(reach(server, request))
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({stopping, reaching}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not reaching.done():
        reaching.cancel()
        return False
    reaching.result()
    return True


@asynccontextmanager
async def _running(application: App) -> AsyncIterator[None]:
    services = services_of(application)
    left = await services.inbox.resume(application.bot)
    if left:
        log.info("%d updates were left unanswered, answering them now", left)
    await application.start()
    chores = [
        asyncio.create_task(
            publish(application.bot, services.settings.default_language, services.settings.admins)
        ),
        asyncio.create_task(_sweep(services)),
        *watch_tasks(application.bot, services),
        asyncio.create_task(Broadcaster(services).run()),
    ]
    try:
        yield
    finally:
        for chore in chores:
            chore.cancel()
        await asyncio.wait(chores)
        await _finish(application)
        with contextlib.suppress(StateError):  # counts only
            await asyncio.to_thread(services.people.write)


async def _take_updates(application: App, stop: asyncio.Event) -> None:
    services = services_of(application)
    bot, settings = application.bot, services.settings
    poller = Poller(bot, services.inbox, settings.base_url, UPDATES)
    async with _web(application, lambda: poller.healthy):
        intake = partial(_set_webhook, application) if settings.webhook_url else bot.delete_webhook
        if not await _reached(settings.base_url, intake, stop):
            return
        way = "by webhook" if settings.webhook_url else "by long polling"
        log.info("Answering as @%s, %s", bot.username, way)
        await (stop.wait() if settings.webhook_url else poller.run(stop))


@asynccontextmanager
async def _web(application: App, is_healthy: Callable[[], bool]) -> AsyncIterator[None]:
    """Serve what is served over HTTP, if anything is."""
    services = services_of(application)
    settings, page = services.settings, services.settings.page
    with ExitStack() as stack:
        servers = []
        if settings.listen:
            routes = stack.enter_context(page_served(page, services.engine)) if page else []
            app = build_web(services, application.bot, is_healthy, routes)
            servers.append(WebServer(app, settings.listen, page.proxies if page else ()))
        if settings.metrics_listen:
            metrics, name = build_metrics(services), "ELSHI_METRICS_LISTEN"
            servers.append(WebServer(metrics, settings.metrics_listen, variable=name))
        for server in servers:
            server.start()
        try:
            yield
        finally:
            for server in servers:
                await server.stop()


async def _set_webhook(application: App) -> bool:
    settings = services_of(application).settings
    return await application.bot.set_webhook(
        f"{settings.webhook_url}{WEBHOOK_PATH}",
        secret_token=settings.webhook_secret,
        allowed_updates=UPDATES,
    )


async def _sweep(services: Services) -> None:
    while True:
        try:
            await asyncio.to_thread(services.state.sweep)
            await asyncio.to_thread(services.journal.sweep)
            await asyncio.to_thread(services.shelf.sweep)
            await asyncio.to_thread(services.asked.sweep)
            await asyncio.to_thread(services.reports.sweep)
            await asyncio.to_thread(services.people.write)
            await asyncio.to_thread(services.broadcasts.sweep)
            await asyncio.to_thread(services.watching.watches.sweep)
        except StateError as error:
            log.error("What is out of date could not be deleted: %s", error)
        await asyncio.sleep(_SWEEP_EVERY)


async def _finish(application: App) -> None:
    processor = processor_of(application)
    processor.close()
    stopped = asyncio.ensure_future(application.stop())
    await asyncio.wait({stopped}, timeout=STOP_WITHIN)
    if not stopped.done():
        log.warning("%d answers are left for the next start", processor.cancel())
    await stopped
