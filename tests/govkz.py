"""A gov.kz on the loopback interface: GraphQL and REST over real HTTP, and the site's faults.

Tests edit `articles`, and put faults into `faults`: each is used up by one request, in order.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

NEWEST = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LANGUAGES = ("en", "ru", "kk")

_ARGUMENTS = re.compile(r'projects: "eq:([\w-]+)", _lang: "(\w+)", _page: (\d+), _size: (\d+)')
_WORDS = {
    "en": ("The sides discussed trade and transport in meeting", "Meeting on cooperation"),
    "ru": ("Стороны обсудили торговлю и транспорт на встрече", "Встреча по сотрудничеству"),
    "kk": ("Тараптар кездесуде сауда мен көлік мәселелерін талқылады", "Ынтымақтастық кездесуі"),
}


@dataclass(slots=True)
class Article:
    """One release of the site, with a title and a body in each language; None: no version."""

    id: str
    published: datetime
    title: dict[str, str | None]
    body: dict[str, str | None]
    entity: str = "mfa"

    def row(self, language: str) -> dict[str, Any]:
        """The item as the site's lists give it."""
        return {
            "id": self.id,
            "title": self.title[language] or "",
            "slug": f"release-{self.id}",
            "created_date": self.published.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "body": self.body[language],
            "short_description": None,
            "projects": self.entity,
        }


def article(number: int, published: datetime, **changes: Any) -> Article:  # noqa: ANN401
    """A release whose texts name its number."""
    made = Article(
        str(900_000 + number),
        published,
        {x: f"{_WORDS[x][1]} {number}" for x in LANGUAGES},
        {x: f"<p>{_WORDS[x][0]} {number}.</p><p>&nbsp;{_WORDS[x][1]}.</p>" for x in LANGUAGES},
    )
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def articles(count: int, newest: datetime = NEWEST) -> list[Article]:
    """`count` releases, the newest first, three hours between two of them."""
    return [article(n, newest - timedelta(hours=3) * (count - n)) for n in range(count, 0, -1)]


@dataclass(slots=True)
class Reply:
    """A reply in place of the right one; `cut` sends so many bytes of it and ends."""

    status: int = 200
    content: bytes = b""
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    reset: bool = False


Fault = Reply | Callable[[list[dict[str, Any]]], Any]
"""A whole reply, or what makes the list of items into what is sent in their place."""


class GovKz:
    """The site; `requests` counts those that it got, `sizes` the page sizes asked for."""

    def __init__(self, held: list[Article]) -> None:
        self.articles = held
        self.faults: deque[Fault | None] = deque()
        self.always: Fault | None = None
        self.ignores_page = False
        self.requests = 0
        self.sizes: list[int] = []
        self.agents: set[str] = set()
        self.overlapping = False
        self._busy = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def serve(self) -> None:
        """Answer until `close`."""
        self._server.serve_forever(poll_interval=0.02)

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler, body: bytes) -> Reply:
        """The reply to one request."""
        if not self._busy.acquire(blocking=False):
            self.overlapping = True
            self._busy.acquire()
        try:
            self.requests += 1
            self.agents.add(handler.headers["User-Agent"])
            fault = self.faults.popleft() if self.faults else self.always
            if isinstance(fault, Reply):
                return fault
            is_graphql = handler.command == "POST"
            rows = self._graphql(body) if is_graphql else self._rest(handler)
            value = fault(rows) if fault else rows
            wrapped = {"data": {"news": value}} if is_graphql else value
            return Reply(content=json.dumps(wrapped, ensure_ascii=False).encode())
        finally:
            self._busy.release()

    def _graphql(self, body: bytes) -> list[dict[str, Any]]:
        found = _ARGUMENTS.search(json.loads(body)["query"])
        assert found, body
        return self._page(found[1], found[2], int(found[3]), int(found[4]))

    def _rest(self, handler: BaseHTTPRequestHandler) -> list[dict[str, Any]]:
        query = {name: values[0] for name, values in parse_qs(urlsplit(handler.path).query).items()}
        entity = query["projects"].removeprefix("eq:")
        language = handler.headers["Accept-Language"]
        return self._page(entity, language, int(query["page"]), int(query["size"]))

    def _page(self, entity: str, language: str, page: int, size: int) -> list[dict[str, Any]]:
        self.sizes.append(size)
        page = 1 if self.ignores_page else page
        listed = sorted(
            (a for a in self.articles if a.entity == entity),
            key=lambda a: a.published,
            reverse=True,
        )
        return [a.row(language) for a in listed[(page - 1) * size : page * size]]


@contextmanager
def gov_kz(held: list[Article]) -> Iterator[GovKz]:
    """The site, answering on a port of its own."""
    site = GovKz(held)
    thread = threading.Thread(target=site.serve, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.close()
        thread.join()


def _handler(site: GovKz) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._reply(b"")

        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _reply(self, body: bytes) -> None:
            reply = site.answer(self, body)
            if reply.reset:
                linger = struct.pack("ii", 1, 0)  # closing now sends a reset
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.close_connection = True
                self.connection.close()
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.content)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.content[: reply.cut])
            self.close_connection = reply.cut is not None

    return Handler
