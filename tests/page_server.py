"""A page that is served over real HTTP, with an engine of the test's choice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from bot.page.run import serve_page
from bot.page.settings import PageSettings
from bot.ports import Engine


@asynccontextmanager
async def served(
    engine: Engine,
    home: Path,
    **changes: Any,  # noqa: ANN401 - settings of several types
) -> AsyncIterator[httpx.AsyncClient]:
    """Serve the page until the block ends; yield a client that follows no redirect."""
    stop, said = asyncio.Event(), asyncio.Queue[str]()
    anywhere = PageSettings(home, listen=("127.0.0.1", 0), rate_limit=1000)
    settings = replace(anywhere, **changes)
    task = asyncio.create_task(serve_page(settings, engine, stop, said.put_nowait))
    waiting = asyncio.ensure_future(said.get())
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        root = waiting.result().split()[-1]
        async with httpx.AsyncClient(base_url=root, trust_env=False, timeout=30) as client:
            yield client
    finally:
        waiting.cancel()
        stop.set()
        await task
