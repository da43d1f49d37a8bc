"""The page over real HTTP: answers, links that last, hostile input, limits."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from botapi import BotApi
from page_server import served
from selectolax.lexbor import LexborHTMLParser, LexborNode
from telegram_users import FakeEngine, running

from bot.answer import Answer
from bot.errors import ListenError
from bot.page.desk import AT_ONCE
from bot.page.settings import PageSettings
from corpus.release import Language

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% raw %}",
    "'; DROP TABLE answers; --",
    "\u202egnp.exe \u2066 a",
    "a\x00b\x1b[31m",
    "x" * 900,
    "&lt;b&gt; &amp; </title></textarea>",
]


class Hostile(FakeEngine):
    """Answers with releases whose every field is an attack."""

    def answer(self, *given: object, **named: object) -> Answer:
        answer = super().answer(*given, **named)  # type: ignore[arg-type]
        attack = f"{HOSTILE[0]}{HOSTILE[1]}{HOSTILE[2]}\ud800"
        (source,) = answer.citations
        source = replace(source, url="javascript:alert(1)//", title=attack, quote=attack)
        items = tuple(
            replace(i, label=attack, detail=attack, sources=(source,)) for i in answer.items
        )
        return replace(answer, headline=attack, citations=(source,), items=items, notice=attack)


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with served(FakeEngine(), tmp_path) as client:
        yield client


def parsed(reply: httpx.Response) -> LexborHTMLParser:
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(reply.text)


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    node = page.css_first(selector)
    assert node is not None, selector
    return node


def link_of(reply: httpx.Response) -> str:
    return str(one(parsed(reply), ".keep a.address").attributes["href"])


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("kk-KZ,ru;q=0.8", "kk"),
        ("de, ru;q=0.3, en;q=0.9", "en"),
        ("fr", "en"),
        ("kk;q=0, ru", "ru"),
        ("ru;q=x,;;;,en;q=nan", "en"),
    ],
)
async def test_readers_are_led_to_their_language(
    client: httpx.AsyncClient, header: str, language: str
) -> None:
    reply = await client.get("/?q=Who", headers={"Accept-Language": header})
    assert (reply.status_code, reply.headers["location"]) == (302, f"/{language}/?q=Who")
    assert reply.headers["vary"] == "Accept-Language"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", ["", "about", "?q=list+3+near+2"])
async def test_each_page_says_its_language_and_leads_to_the_others(
    client: httpx.AsyncClient, language: Language, path: str
) -> None:
    reply = await client.get(f"/{language}/{path}")
    page = parsed(reply)
    assert reply.status_code == 200
    assert reply.headers["content-language"] == language
    assert one(page, "html").attributes["lang"] == language
    assert len(page.css("h1")) == len(page.css("main")) == 1
    others = {a.attributes["hreflang"]: a.attributes["href"] for a in page.css(".languages a")}
    for other, href in others.items():
        assert str(href).startswith(f"/{other}/")
        assert (await client.get(str(href))).status_code == 200


async def test_headers_keep_the_page_to_itself(client: httpx.AsyncClient) -> None:
    for path in ("/", "/en/", "/en/?q=a", "/nope", "/robots.txt", "/icon.svg", "/en/events"):
        headers = (await client.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "script" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in headers
        assert "server" not in headers


async def test_nothing_is_fetched_from_elsewhere(client: httpx.AsyncClient) -> None:
    page = parsed(await client.get("/en/?q=list+2"))
    assert not page.css("script, iframe, object, embed, [style], style, [onclick], [onload]")
    for node in page.css("link[rel=stylesheet], link[rel=icon], img, source"):
        address = str(node.attributes.get("href") or node.attributes.get("src"))
        assert address.startswith("/")
        assert (await client.get(address)).status_code == 200


async def test_an_answer_is_shown_with_its_sources(client: httpx.AsyncClient) -> None:
    page = parsed(await client.get("/en/", params={"q": "list 3 near 2"}))
    assert one(page, "h1").text() == "Answer to list 3 near 2"
    assert [node.text() for node in page.css(".item h2 bdi")] == [f"Guest {n}" for n in (1, 2, 3)]
    quote = one(page, ".item blockquote")
    assert quote.text() == "Guest 1 <came>."
    assert quote.attributes["lang"] == "en"
    assert str(quote.attributes["cite"]).startswith("https://www.gov.kz/")
    assert "near misses" in one(page, ".near summary").text()
    assert "retrieved through Elshi" in one(page, ".copy").text()
    assert "A <title> & more" in one(page, ".copy").text()


async def test_what_is_worth_a_link_stays_as_it_was(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with served(engine, tmp_path) as client:
        first = await client.get("/en/", params={"q": "list 2"})
        again = await client.get("/en/", params={"q": "list 2"})
        assert link_of(first) == link_of(again)
        engine.extra = "Now "
        later = await client.get("/en/", params={"q": "list 2"})
        assert link_of(later) != link_of(first)
    async with served(engine, tmp_path) as client:
        kept = await client.get(link_of(first))
        assert one(parsed(kept), "h1").text() == "Answer to list 2"
        assert one(parsed(kept), ".given a").attributes["href"] == "/en/?q=list+2"
        told = json.loads((await client.get(f"{link_of(first)}.json")).text)
        assert (told["question"], len(told["items"])) == ("list 2", 2)
        table = await client.get(f"{link_of(first)}.csv")
        assert table.headers["content-disposition"].startswith("attachment")
        assert len(table.text.splitlines()) == 3
        for missing in ("/a/nothing", "/a/nothing.json", "/a/nothing.csv", "/a/", "/a/%2e%2e"):
            assert (await client.get(missing)).status_code == 404


async def test_links_are_public_where_the_address_is_known(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path, url="https://news.example/elshi") as client:
        page = parsed(
            await client.get("/ru/", params={"q": "Кто?"}, headers={"Host": "evil.example"})
        )
    assert one(page, ".keep a.address").text().startswith("https://news.example/elshi/a/")
    assert str(one(page, ".keep a.address").attributes["href"]).startswith("/elshi/a/")
    alternates = [node.attributes["href"] for node in page.css("link[rel=alternate]")]
    assert alternates[0] == "https://news.example/elshi/en/?q=%D0%9A%D1%82%D0%BE%3F"
    assert "evil.example" not in str(page.html)


@pytest.mark.parametrize("attack", HOSTILE, ids=range(len(HOSTILE)))
async def test_a_hostile_question_stays_text(client: httpx.AsyncClient, attack: str) -> None:
    page = parsed(await client.get("/en/", params={"q": attack}))
    assert not page.css("script, main img, [onerror]")
    box = one(page, "#q").attributes["value"]
    assert str(box).split() == attack.replace("\x00", " ").replace("\x1b", " ").split()


async def test_hostile_releases_stay_text(tmp_path: Path) -> None:
    async with served(Hostile(), tmp_path) as client:
        reply = await client.get("/en/", params={"q": "list 2"})
        page = parsed(reply)
        assert not page.css("script, main img, [onerror]")
        assert "javascript:" not in " ".join(
            str(node.attributes.get(name)) for node in page.css("*") for name in ("href", "cite")
        )
        assert HOSTILE[0] in one(page, "h1").text()
        assert (await client.get(link_of(reply))).status_code == 200
        assert json.loads((await client.get(f"{link_of(reply)}.json")).text)["abstained"] is False


@pytest.mark.parametrize("question", ["", "  ", "\u200b" * 900, "?!"])
async def test_no_question_is_no_error(client: httpx.AsyncClient, question: str) -> None:
    reply = await client.get("/en/", params={"q": question})
    assert reply.status_code == 200
    assert parsed(reply).css(".examples a")


async def test_what_is_too_long_is_refused(client: httpx.AsyncClient) -> None:
    reply = await client.get("/en/", params={"q": "long " * 300})
    assert reply.status_code == 400
    assert "1,000" in one(parsed(reply), "[role=alert]").text()
    assert (await client.get("/en/", params={"q": "y" * 60_000})).status_code == 400
    assert (await client.post("/en/", content=b"q=a")).status_code == 405


async def test_an_address_may_ask_so_much(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path, rate_limit=2) as client:
        statuses = [(await client.get("/ru/?q=Who")).status_code for _ in range(3)]
        assert statuses == [200, 200, 429]
        refused = await client.get("/ru/?q=Who", headers={"X-Forwarded-For": "203.0.113.9"})
        assert (refused.status_code, int(refused.headers["retry-after"]) > 0) == (429, True)
        assert "2 вопроса" in refused.text
        assert (await client.get("/ru/")).status_code == 200


async def test_a_trusted_proxy_tells_who_asks(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path, rate_limit=1, proxies=("127.0.0.0/8",)) as client:
        for host, status in [
            ("203.0.113.9", 200),
            ("203.0.113.9", 429),
            ("198.51.100.1, 203.0.113.9", 429),
            ("203.0.113.10", 200),
            ("2001:db8::1", 200),
            ("2001:db8::2", 429),
            ("2001:db9::2", 200),
        ]:
            reply = await client.get("/en/?q=Who", headers={"X-Forwarded-For": host})
            assert reply.status_code == status, host


async def test_failures_are_told_and_hide_nothing_else(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path) as client:
        reply = await client.get("/kk/?q=broken+index")
        assert (reply.status_code, reply.headers["retry-after"]) == (503, "30")
        assert "damaged" not in reply.text
        assert one(parsed(reply), "html").attributes["lang"] == "kk"
        assert (await client.get("/en/events")).status_code == 503
        assert (await client.get("/healthz")).json() == {"ok": True, "releases": 2}


async def test_a_bug_is_no_page_and_ends_nothing(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path) as client:
        assert (await client.get("/en/?q=bug")).status_code == 500
        assert (await client.get("/en/?q=Who")).status_code == 200


async def test_more_than_can_wait_is_told_to_come_later(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path) as client:
        asked = (client.get(f"/en/?q=slow+0.05+{n}") for n in range(AT_ONCE + 20))
        statuses = [reply.status_code for reply in await asyncio.gather(*asked)]
    assert set(statuses) == {200, 503}
    assert statuses.count(200) >= AT_ONCE


async def test_the_bot_serves_the_page_beside_its_own(api: BotApi, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    page = PageSettings(tmp_path)
    async with (
        running(api, tmp_path, listen=("127.0.0.1", port), page=page),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        assert (await client.get("/healthz")).json()["ok"]
        assert parsed(await client.get("/en/?q=list+2")).css(".item")
        assert (await client.get("/telegram")).status_code == 404
        assert (await client.get("/metrics")).status_code == 404  # the public reads here


async def test_an_address_in_use_is_said(tmp_path: Path) -> None:
    async with served(FakeEngine(), tmp_path) as client:
        taken = ("127.0.0.1", client.base_url.port or 0)
        with pytest.raises(ListenError, match="ELSHI_LISTEN"):
            async with served(FakeEngine(), tmp_path / "other", listen=taken):
                pass
