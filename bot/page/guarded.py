"""Sends with each reply what browsers must not do with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[_Message, _Receive, _Send], Awaitable[None]]

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=()",
}


class Guarded:
    """An ASGI application that adds the headers to what another one replies."""

    def __init__(self, app: _App) -> None:
        self._app = app

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        """Reply as the other one does, guarded."""
        guards = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]

        async def send_guarded(message: _Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *guards]}
            await send(message)

        await self._app(scope, receive, send_guarded)
