"""Routes of Gradio's that this page has no use for: they fetch from elsewhere, or log in in their own way."""

import re
from typing import Any

from starlette.responses import PlainTextResponse

CLOSED = re.compile(
    r"/+(?:"
    r"gradio_api/+(?:proxy=|file[=/]\s*[a-z][a-z0-9+.-]*:/|vibe-|undo-vibe-|dev/|deep_link|run-history|runs|profiling)"
    r"|log(?:in|out)(?:/|$)|monitoring|svelte/"
    r")",
    re.IGNORECASE,
)  # "/gradio_api/file=https://example.com/a.pdf"


class Narrowed:
    """An ASGI layer."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and CLOSED.match(scope["path"]):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
            return
        await self.app(scope, receive, send)
