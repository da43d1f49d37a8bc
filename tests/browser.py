"""A headless Chromium for tests that look at the page as a reader does."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """The program; None where none is installed."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    """A browser with an empty profile; the test is skipped where there is none."""
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program, chromium_sandbox=False, args=list(QUIET)
        )
        try:
            yield browser
        finally:
            await browser.close()
