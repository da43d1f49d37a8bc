"""Serves a web application on a socket of its own; the one file that knows uvicorn."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn

from bot.errors import ListenError


class WebServer:
    """Serves `app`, an ASGI application, on an address.

    Only `proxies`, addresses or networks, are believed about whom they ask for
    (X-Forwarded-For).
    """

    def __init__(
        self,
        app: Any,  # noqa: ANN401 - an ASGI application has no common type
        address: tuple[str, int],
        proxies: Sequence[str] = (),
        variable: str = "ELSHI_LISTEN",
    ) -> None:
        """Take the address, which `variable` names. Raises ListenError."""
        self._socket = _listen(*address, variable)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            app,
            log_config=None,
            lifespan="off",
            access_log=False,
            server_header=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
        )
        config.timeout_graceful_shutdown = 1
        self._server = _Server(config)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to serve, in a task of its own."""
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]))

    async def stop(self) -> None:
        """Answer what has come in and close."""
        self._server.should_exit = True
        if self._task:
            await self._task


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the program, which stops more than this server."""
        yield


def _listen(host: str, port: int, variable: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio would leave Nagle's delay of 40 ms on every reply.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise ListenError(f"{host}:{port}", error.strerror or str(error), variable) from error
    return listener
