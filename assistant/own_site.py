"""Nothing is answered that another web site makes a browser send: it would come in the person's name."""

from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from assistant.log_in_wording import FOREIGN

OURS = ("same-origin", "none")  # none: typed, or from a bookmark


class OwnSite:
    """An ASGI layer. Programs say nothing of where they come from, and pass."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan" and is_foreign(scope.get("method", "GET"), Headers(scope=scope)):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            else:
                await PlainTextResponse(FOREIGN, 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_foreign(method: str, headers: Headers) -> bool:
    """A link to us may be followed from anywhere; all else must come from our own page."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        is_link = method in ("GET", "HEAD") and headers.get("sec-fetch-mode") == "navigate"
        return site not in OURS and not is_link
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
