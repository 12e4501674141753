"""A web site on this machine that does what sites do at their best and worst, for the tests of fetching."""

import csv
import io
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from index.published import NAME

Serve = Callable[[BaseHTTPRequestHandler, int], None]


class Site:
    """A web site on this machine: what it does at each path, and how often it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Serve] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.pages[self.path](self, site.asked.count(self.path))

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def gives(content: bytes, length: int | None = None, kind: str = "application/pdf") -> Serve:
    """Sends `content`, and says that it is `length` bytes."""

    def serve(handler: BaseHTTPRequestHandler, time: int) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return serve


def says(status: int, **headers: str) -> Serve:
    def serve(handler: BaseHTTPRequestHandler, time: int) -> None:
        handler.send_response(status)
        for name, value in {**headers, "Content-Length": "0"}.items():
            handler.send_header(name, value)
        handler.end_headers()

    return serve


def in_turn(*turns: Serve) -> Serve:
    """Another reply each time."""
    return lambda handler, time: turns[min(time, len(turns)) - 1](handler, time)


def listed(home: Path, *rows: tuple[str, ...]) -> None:
    """A list of one's own beside the library."""
    words = io.StringIO()
    csv.writer(words).writerows([("authority", "kind", "published", "link", "sha256"), *rows])
    (home / NAME).write_text(words.getvalue(), encoding="utf-8")
