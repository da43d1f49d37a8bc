"""The page in a real browser: keyboard, no JavaScript, accessibility, widths, dark mode."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import pytest
from axe_playwright_python.async_playwright import Axe
from browser import browsing
from page_server import served
from playwright.async_api import Browser, Page

from bot.engine import PassageEngine
from corpus.release import Language

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUESTIONS = {
    Language.EN: "Who visited Astana in 2025?",
    Language.RU: "Кто приезжал в Астану в 2025 году?",
    Language.KK: "2025 жылы Астанаға кімдер келді?",
}
PATHS = {
    "home": "",
    "answer": "?{question}",
    "nothing": "?q=Paraguay",
    "events": "events",
    "filtered": "events?kind=visit&status=any&order=oldest&since=2025-02-31",
    "about": "about",
}


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


@pytest.fixture
async def root(engine: PassageEngine, tmp_path: Path) -> AsyncIterator[str]:
    async with served(engine, tmp_path) as client:
        yield str(client.base_url).rstrip("/")


def address(root: str, language: Language, name: str) -> str:
    asked = urlencode({"q": QUESTIONS[language]})
    return f"{root}/{language}/{PATHS[name].format(question=asked)}"


async def focused(page: Page) -> str:
    told = await page.evaluate(
        "(e => e.id || e.textContent.trim() || e.tagName)(document.activeElement)"
    )
    return str(told)


async def width_of(page: Page) -> int:
    return int(await page.evaluate("document.documentElement.scrollWidth"))


async def test_asking_and_choosing_need_no_script(browser: Browser, root: str) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{root}/en/")
    await page.fill("#q", "Which African foreign ministers visited Astana?")
    await page.click("button[type=submit]")
    assert await page.locator("h1#headline").is_visible()
    assert await page.locator("blockquote").count()
    cite = page.locator("details.cite").first
    assert not await cite.locator(".copy").is_visible()
    await cite.locator("summary").click()
    assert "retrieved through Elshi" in await cite.locator(".copy").inner_text()
    await page.click(".keep a.address")
    assert "/a/" in page.url
    assert await page.locator(".given").is_visible()
    await page.click(".sections a >> nth=1")
    every = await page.locator("tbody tr").count()
    await page.select_option("#kind", "document")
    await page.click(".choose button")
    assert "kind=document" in page.url
    assert await page.locator("#kind").input_value() == "document"
    assert 0 < await page.locator("tbody tr").count() < every
    assert not await context.cookies()


async def test_the_keyboard_alone_will_do(browser: Browser, root: str) -> None:
    page = await browser.new_page()
    await page.goto(f"{root}/en/")
    await page.keyboard.press("Tab")
    assert await focused(page) == "Skip to the content"
    assert await page.locator(".skip").is_visible()
    await page.keyboard.press("Enter")
    assert await focused(page) == "content"
    await page.keyboard.press("Tab")
    assert await focused(page) == "q"
    await page.keyboard.type("Which African foreign ministers visited Astana?")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("#headline")
    await page.locator("#q").focus()
    seen = []
    for _ in range(8):
        await page.keyboard.press("Tab")
        seen.append(await focused(page))
        outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", seen
    assert seen[0] == "Ask"
    opener = next(number for number, told in enumerate(seen) if told.startswith("Cite"))
    await page.locator("details.cite summary").first.focus()
    await page.keyboard.press("Enter")
    assert await page.locator("details.cite .copy").first.is_visible(), opener


@pytest.mark.parametrize(
    ("language", "scheme"),
    [(Language.EN, "light"), (Language.RU, "dark"), (Language.KK, "light")],
)
async def test_accessibility_rules_hold(
    browser: Browser, root: str, language: Language, scheme: Literal["light", "dark"]
) -> None:
    context = await browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = await context.new_page()
    options = {"runOnly": {"type": "tag", "values": RULES}}
    for name in PATHS:
        await page.goto(address(root, language, name))
        for summary in (await page.locator("summary").all())[:6]:
            await summary.click()
        found = (await Axe().run(page, options=options)).response
        assert len(found["passes"]) > 15
        broken = [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]
        assert not broken, (name, broken)


@pytest.mark.parametrize("width", [320, 768, 1440])
async def test_no_width_makes_readers_scroll_sideways(
    browser: Browser, root: str, width: int
) -> None:
    page = await browser.new_page(viewport={"width": width, "height": 800})
    for language in Language:
        for name in PATHS:
            await page.goto(address(root, language, name))
            for summary in (await page.locator("summary").all())[:6]:
                await summary.click()
            assert await width_of(page) <= width, (language, name)


async def test_dark_mode_is_dark(browser: Browser, root: str) -> None:
    grounds = {}
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page = await browser.new_page(color_scheme=scheme)
        await page.goto(f"{root}/en/")
        color = await page.evaluate("getComputedStyle(document.body).backgroundColor")
        grounds[scheme] = sum(int(part) for part in str(color)[4:-1].split(","))
    assert grounds["dark"] < 150 < 600 < grounds["light"]


async def test_the_browser_asks_nobody_else(browser: Browser, root: str) -> None:
    page = await browser.new_page()
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text))
    for name in PATHS:
        await page.goto(address(root, Language.KK, name))
    assert len(asked) > len(PATHS)
    assert all(url.startswith(f"{root}/") for url in asked)
    assert not troubles
