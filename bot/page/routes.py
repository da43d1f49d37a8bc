"""The page over HTTP: its routes, and the headers that keep it to itself."""

from __future__ import annotations

import hashlib
import logging
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.errors import BotError
from bot.messages import Texts
from bot.page.choice import parameters, read_choice
from bot.page.desk import BusyError, Desk, Given
from bot.page.files import answer_as_json
from bot.page.frame import frame
from bot.page.guarded import Guarded
from bot.page.html import asset, render
from bot.page.links import Address, Links
from bot.page.settings import PageSettings
from bot.page.shown import about_values, answer_values, event_values, home_values, kept_values
from bot.page.table import event_page, events_as_csv, options
from bot.page.visitors import preferred_language
from bot.takeaway.file import FileFormat, fits, make_file
from corpus.release import Language
from index.errors import IndexingError

log = logging.getLogger(__name__)

PageRoutes = list[BaseRoute]
LONGEST_QUESTION = 1000
_STYLE = f"style-{hashlib.blake2b(asset('style.css'), digest_size=6).hexdigest()}.css"
_ASSETS = {_STYLE: ("style.css", "text/css"), "icon.svg": ("icon.svg", "image/svg+xml")}
_A_YEAR = "public, max-age=31536000, immutable"
_ROBOTS = "User-agent: *\nDisallow: /a/\nDisallow: /*?\nDisallow: /*.csv\n"
_FILES = {
    FileFormat.CSV: "text/csv; charset=utf-8",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.ICS: "text/calendar; charset=utf-8",
}


def page_routes(settings: PageSettings, desk: Desk) -> PageRoutes:
    """All that the page serves, at the root of a server."""
    page = _Page(settings, desk)
    routes = [
        Route("/", page.choose_language),
        Route("/robots.txt", _robots),
        *(Route(f"/{name}", _asset) for name in _ASSETS),
        Route("/a/{key:str}.json", page.kept_json),
        *(Route(f"/a/{{key:str}}.{form}", page.kept_file) for form in FileFormat),
        Route("/a/{key:str}", page.kept),
    ]
    for language in Language:
        routes += [
            Route(f"/{language}", page.choose_language),
            Route(f"/{language}/", page.ask),
            Route(f"/{language}/events", page.events),
            Route(f"/{language}/events.csv", page.events_csv),
            Route(f"/{language}/about", page.about),
        ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guarded)],
        exception_handlers={
            HTTPException: page.refuse,
            BotError: page.fail,
            IndexingError: page.fail,
            BusyError: page.fail,
        },
    )
    app.router.redirect_slashes = False  # it would lead to whatever host the request names
    return [Mount("/", app)]


def page_alone(settings: PageSettings, desk: Desk) -> Starlette:
    """The page with GET /healthz, for a server of its own."""

    async def tell_health(_: Request) -> Response:
        try:
            status = await desk.run(desk.engine.status)
        except (BotError, BusyError) as error:
            log.error("The page is not well: %s", error)
            return JSONResponse({"ok": False}, 503)
        return JSONResponse({"ok": True, "releases": status.releases})

    return Starlette(routes=[Route("/healthz", tell_health), *page_routes(settings, desk)])


class _Page:
    """The handlers of the routes."""

    def __init__(self, settings: PageSettings, desk: Desk) -> None:
        self._desk = desk
        self._default = settings.default_language
        self._links = Links(settings.prefix, settings.url)

    async def choose_language(self, request: Request) -> Response:
        """Lead to the page in the reader's language."""
        language = self._preferred(request)
        address = Address("", tuple(request.query_params.items()))
        headers = {"Vary": "Accept-Language", "Cache-Control": "no-cache"}
        return RedirectResponse(self._links.to(language, address), 302, headers)

    async def ask(self, request: Request) -> Response:
        """The box to ask in; with a question, its answer."""
        texts = _texts(request)
        question = " ".join(request.query_params.get("q", "").split())
        if not any(letter.isalnum() for letter in question):
            return self._show("ask.html", texts, Address(""), home_values(self._links, texts))
        address = Address("", (("q", question),))
        if len(question) > LONGEST_QUESTION:
            said = texts.text("too-long", limit=LONGEST_QUESTION)
            return self._message(texts, said, 400)
        wait = self._desk.wait_to_ask(_host(request))
        if wait:
            return self._too_many(texts, wait)
        given = await self._desk.ask(question, texts.language)
        values = answer_values(given, self._links, texts, _page_of(request))
        return self._show("ask.html", texts, address, values, is_private=True)

    async def kept(self, request: Request) -> Response:
        """An answer as it was given."""
        key = request.path_params["key"]
        if wait := self._desk.wait_to_look(_host(request)):
            return self._too_many(Texts(self._preferred(request)), wait)
        kept = await self._desk.look_up(key)
        if kept is None:
            raise HTTPException(404)
        texts = Texts(kept.language)
        values = kept_values(kept, key, self._links, texts, _page_of(request))
        address = Address("", (("q", kept.question),))
        status = 200 if kept.answer else 410
        return self._show("ask.html", texts, address, values, status=status, is_private=True)

    async def kept_json(self, request: Request) -> Response:
        """A kept answer for programs."""
        given = await self._given(request)
        link = self._links.whole(self._links.to_kept(request.path_params["key"]))
        return Response(answer_as_json(given, link), media_type="application/json")

    async def kept_file(self, request: Request) -> Response:
        """The rows of a kept answer as a file."""
        given = await self._given(request)
        form = FileFormat(request.url.path.rpartition(".")[2])
        if not fits(given.answer, form):
            raise HTTPException(404)
        made = await self._desk.run(lambda: make_file(given.answer, form, datetime.now(UTC)))
        return _file(made.content, f"elshi-{given.key}.{form}", _FILES[form])

    async def _given(self, request: Request) -> Given:
        if self._desk.wait_to_look(_host(request)):
            raise HTTPException(429)
        key = request.path_params["key"]
        kept = await self._desk.look_up(key)
        if kept is None or kept.answer is None:
            raise HTTPException(404 if kept is None else 410)
        return Given(kept.answer, kept.asked, key)

    async def events(self, request: Request) -> Response:
        """The table of events."""
        texts = _texts(request)
        choice = read_choice(request.query_params)
        if wait := self._desk.wait_to_look(_host(request)):
            return self._too_many(texts, wait)

        def look_up() -> dict[str, Any]:
            searcher = self._desk.engine.searcher()
            page = event_page(choice, searcher, texts)
            return event_values(choice, page, options(searcher, texts), self._links, texts)

        address = Address("events", parameters(choice))
        values = await self._desk.run(look_up)
        is_private = bool(address.asked)
        return self._show("events.html", texts, address, values, is_private=is_private)

    async def events_csv(self, request: Request) -> Response:
        """The same events as a file."""
        if wait := self._desk.wait_to_ask(_host(request)):
            return self._too_many(_texts(request), wait)
        choice = read_choice(request.query_params)
        content = await self._desk.run(lambda: events_as_csv(choice, self._desk.engine.searcher()))
        return _file(content, "elshi-events.csv", _FILES[FileFormat.CSV])

    async def about(self, request: Request) -> Response:
        """What is searched, what is kept, how to cite."""
        texts = _texts(request)
        if wait := self._desk.wait_to_look(_host(request)):
            return self._too_many(texts, wait)
        status = await self._desk.run(self._desk.engine.status)
        return self._show("about.html", texts, Address("about"), about_values(status, texts))

    async def refuse(self, request: Request, error: Exception) -> Response:
        """What is not here, or may not be asked so."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        texts = Texts(self._preferred(request))
        if status in (404, 410):
            return self._message(texts, texts.text("page-not-found"), status)
        return Response(status_code=status, headers=getattr(error, "headers", None))

    async def fail(self, request: Request, error: Exception) -> Response:
        """What cannot be answered at the moment."""
        log.error("The page could not answer: %s", error or type(error).__name__)
        texts = Texts(self._preferred(request))
        return self._message(texts, texts.text("page-busy"), 503, {"Retry-After": "30"})

    def _too_many(self, texts: Texts, wait: int) -> Response:
        said = texts.text("rate-limit", limit=self._desk.limit, seconds=wait)
        return self._message(texts, said, 429, {"Retry-After": str(wait)})

    def _message(
        self, texts: Texts, said: str, status: int, headers: dict[str, str] | None = None
    ) -> Response:
        values = home_values(self._links, texts) | {"said": said}
        reply = self._show("ask.html", texts, Address(""), values, status=status, is_private=True)
        reply.headers.update(headers or {})
        return reply

    def _show(
        self,
        template: str,
        texts: Texts,
        address: Address,
        values: dict[str, Any],
        *,
        status: int = 200,
        is_private: bool = False,
    ) -> Response:
        around = frame(self._links, texts.language, address, _STYLE, is_private=is_private)
        content = render(template, texts, values | {"frame": around})
        headers = {"Content-Language": texts.language, "Cache-Control": "private, max-age=60"}
        if is_private:
            headers |= {"X-Robots-Tag": "noindex, nofollow"}
        if status >= 400:
            headers |= {"Cache-Control": "no-store"}
        return HTMLResponse(content, status, headers)

    def _preferred(self, request: Request) -> Language:
        named = request.url.path.split("/")[1]
        if named in set(Language):
            return Language(named)
        return preferred_language(request.headers.get("Accept-Language", ""), self._default)


def _texts(request: Request) -> Texts:
    return Texts(Language(request.url.path.split("/")[1]))


def _page_of(request: Request) -> int:
    return read_choice(request.query_params).page


def _host(request: Request) -> str:
    return request.client.host if request.client else ""


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


async def _robots(_: Request) -> Response:
    return Response(_ROBOTS, media_type="text/plain")


async def _asset(request: Request) -> Response:
    name, media_type = _ASSETS[request.url.path.rpartition("/")[2]]
    return Response(asset(name), media_type=media_type, headers={"Cache-Control": _A_YEAR})
