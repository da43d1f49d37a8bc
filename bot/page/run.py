"""Serves the page on its own, without Telegram, until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.page.desk import Desk
from bot.page.kept import KeptAnswers
from bot.page.routes import PageRoutes, page_alone, page_routes
from bot.page.settings import PageSettings
from bot.ports import Engine
from bot.web_server import WebServer


def run_page(settings: PageSettings, engine: Engine, say: Callable[[str], None]) -> None:
    """Serve the page until SIGTERM or SIGINT; `say` is told where. Raises BotError."""
    asyncio.run(_until_signalled(settings, engine, say))


async def _until_signalled(
    settings: PageSettings, engine: Engine, say: Callable[[str], None]
) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows knows none
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve_page(settings, engine, stop, say)


async def serve_page(
    settings: PageSettings, engine: Engine, stop: asyncio.Event, say: Callable[[str], None]
) -> None:
    """Serve the page until `stop`. Raises BotError."""
    with _desk(settings, engine) as desk:
        server = WebServer(page_alone(settings, desk), settings.listen, settings.proxies)
        server.start()
        say(f"Serving the page on http://{settings.listen[0]}:{server.port}/")
        await stop.wait()
        await server.stop()


@contextmanager
def page_served(settings: PageSettings, engine: Engine) -> Iterator[PageRoutes]:
    """The page's routes, for a server that serves more, while what it keeps is open."""
    with _desk(settings, engine) as desk:
        yield page_routes(settings, desk)


@contextmanager
def _desk(settings: PageSettings, engine: Engine) -> Iterator[Desk]:
    kept = KeptAnswers(settings.home)
    try:
        yield Desk(engine, kept, settings.rate_limit)
    finally:
        kept.close()
